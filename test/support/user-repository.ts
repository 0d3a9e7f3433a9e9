import { existsSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, inject } from 'vitest';
import { runCommand } from './run-command.ts';
import type { CommandOptions, Outcome } from './run-command.ts';
import { TemporaryRepository } from './temporary-repository.ts';

export const FIXTURE = 'fixtures/user_events/click.json';

const MAPPING = `version: 1
mappings:
  - files: fixtures/*/**/*.{json,ndjson}
    contract: contracts/$1.yaml
`;
/** \`\\w\` means all of Unicode in Rust, so the installed rregex has to work too. */
const CONTRACT = `version: "1.0"
name: user_events
ontology:
  entities:
    - { name: user_id, type: string, pattern: '^\\p{L}[\\p{L}_0-9]{2,49}$' }
    - { name: amount, type: float, min: 0 }
`;

export function eventWith(amount: number): string {
  return `{\n  "user_id": "józef_01",\n  "amount": ${amount}\n}\n`;
}

export const GOOD: string = eventWith(1);
export const BAD: string = eventWith(-5);
/** Where and why the gateway would quarantine `BAD`. */
const PLACE = '3:13';
const MESSAGE = "Field 'amount' value -5 is below minimum 0";

/** The repository of a user with a mapping file, a contract, a fixture that holds, and npm packages. */
export class UserRepository extends TemporaryRepository {
  readonly #environment: Readonly<Record<string, string>>;

  constructor(environment: Readonly<Record<string, string>> = {}) {
    super();
    this.#environment = { ...this.environment, ...environment };
    symlinkSync(inject('release').userModules, join(this.root, 'node_modules'));
    // The person's registry and its credentials.
    const npmrc = join(homedir(), '.npmrc');
    if (existsSync(npmrc)) symlinkSync(npmrc, join(this.folder, 'home/.npmrc'));
    this.commit({
      'package.json': '{ "name": "user", "private": true, "type": "module" }\n',
      '.gitignore': 'node_modules\n',
      'contractgate-hook.yaml': MAPPING,
      'contracts/user_events.yaml': CONTRACT,
      [FIXTURE]: GOOD,
    });
  }

  /** Runs a line of shell. The output is without colours, which lint-staged asks for wherever it runs. */
  run(line: string, options: Partial<CommandOptions> = {}): Outcome {
    const outcome = runCommand('sh', ['-c', line], {
      cwd: options.cwd ?? this.root,
      environment: { ...this.#environment, ...options.environment },
    });
    return { ...outcome, output: stripVTControlCharacters(outcome.output) };
  }

  /** Runs a line of shell that has to succeed. */
  setUp(line: string): void {
    const { exitCode, output } = this.run(line);
    if (exitCode !== 0) throw new Error(`${line} exited with ${exitCode}:\n${output}`);
  }

  /** Goes back to a commit, as if nothing had happened since. */
  restore(commit: string): void {
    this.git('reset', '--quiet', '--hard', commit);
    this.git('clean', '--quiet', '-d', '--force');
  }

  /** Runs a line of shell that commits; says whether there is a new commit. */
  tryCommit(line: string, options: Partial<CommandOptions> = {}): Outcome & { readonly committed: boolean } {
    const before = this.git('rev-parse', 'HEAD');
    const outcome = this.run(line, options);
    return { ...outcome, committed: this.git('rev-parse', 'HEAD') !== before };
  }
}

/** The report of `BAD`: file, line, field and message. */
export function expectReport(output: string, file: string = FIXTURE): void {
  expect(output).toContain(file);
  expect(output).toContain(`${PLACE} ${MESSAGE}`);
  expect(output).not.toMatch(/^\s+at /m);
}

/** A commit that was refused because of `BAD`. */
export function expectRefused(commit: ReturnType<UserRepository['tryCommit']>, file: string = FIXTURE): void {
  expectReport(commit.output, file);
  expect(commit).toMatchObject({ exitCode: 1, committed: false });
}

/** Stages a contract to which `GOOD` no longer holds; no fixture changes. */
export function stageStricterContract(repository: UserRepository): void {
  repository.stage('contracts/user_events.yaml', CONTRACT.replace('min: 0', 'min: 2'));
}

/** A commit that was refused because of an unchanged fixture, which says why it was checked. */
export function expectFanOut(commit: ReturnType<UserRepository['tryCommit']>): void {
  expect(commit.output).toContain(FIXTURE);
  expect(commit.output).toContain('below minimum 2');
  expect(commit.output).toMatch(/checked because its contract contracts\/user_events\.yaml /);
  expect(commit).toMatchObject({ exitCode: 1, committed: false });
}

/** A commit that was made, after its events were checked. */
export function expectAccepted(commit: ReturnType<UserRepository['tryCommit']>): void {
  expect(commit, commit.output).toMatchObject({ exitCode: 0, committed: true });
}
