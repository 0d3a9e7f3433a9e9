import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Violation } from '../../src/index.ts';
import { TemporaryRepository } from '../support/temporary-repository.ts';
import { engineNow, readVectors } from './vectors.ts';
import type { Vector, VectorEvent } from './vectors.ts';

const program = new URL('../../hooks/contractgate-hook.cjs', import.meta.url).pathname;

/** An event of a vector as a fixture of its own: one line of NDJSON, so that an array is an event too. */
interface Case {
  readonly path: string;
  readonly vector: Vector;
  readonly event: VectorEvent;
}

/** Contracts without an envelope, whose events would be payloads. */
const vectors = [...readVectors('handmade'), ...readVectors('generated')].filter(
  (vector) => vector.accepted && !/"?envelope"?:/.test(vector.contract),
);
const cases: readonly Case[] = vectors.flatMap((vector) =>
  (vector.events ?? [])
    .map((event, index) => ({ path: `fixtures/${vector.name}/${index}.ndjson`, vector, event }))
    // A line end would end the event, and a blank line is none.
    .filter(({ event }) => !event.json.includes('\n') && event.json.trim() !== ''),
);

const mapping = `version: 1
freshness: "${new Date(engineNow * 1000).toISOString()}"
mappings:
  - { files: "fixtures/*/*.ndjson", contract: "contracts/$1.yaml" }
`;

function write(repository: TemporaryRepository, path: string, text: string): void {
  const file = join(repository.root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function verdicts(stdout: string): Map<string, readonly Violation[]> {
  const { checks, problems } = JSON.parse(stdout) as {
    readonly checks: readonly { readonly file: string; readonly violations: readonly Violation[] }[];
    readonly problems: readonly unknown[];
  };
  expect(problems).toEqual([]);
  return new Map(
    checks.map(({ file, violations }) => [
      file,
      violations.map(({ field, kind, message }) => ({ field, kind, message })),
    ]),
  );
}

function expectVerdicts(found: ReadonlyMap<string, readonly Violation[]>, expected: readonly Case[]): void {
  expect(found.size).toBe(expected.length);
  for (const { path, event } of expected) {
    const violations = found.get(path);
    if (event.invalid_json === undefined) expect(violations, `${path}: ${event.json}`).toEqual(event.violations);
    else expect(violations, `${path}: ${event.json}`).toMatchObject([{ kind: 'invalid_json' }]);
  }
}

describe('the corpus through the executable', () => {
  it('gets the same verdicts from --all', () => {
    using repository = new TemporaryRepository();
    write(repository, 'contractgate-hook.yaml', mapping);
    for (const { name, contract } of vectors) write(repository, `contracts/${name}.yaml`, contract);
    for (const { path, event } of cases) write(repository, path, event.json);
    const { stdout, status, stderr } = spawnSync(
      process.execPath,
      [program, '--all', '--format', 'json', '--show-values'],
      {
        cwd: repository.root,
        env: repository.environment,
        encoding: 'utf8',
        maxBuffer: 1e9,
      },
    );
    expect(stderr).toBe('');
    expect(status).toBe(1);
    expectVerdicts(verdicts(stdout), cases);
  });

  it('gets the same report with what was kept, and from shards', () => {
    using repository = new TemporaryRepository();
    const contracts = vectors.map(({ name, contract }) => [`contracts/${name}.yaml`, contract]);
    const sample = cases.filter((_, index) => index % 5 === 0);
    const fixtures = sample.map(({ path, event }) => [path, event.json]);
    repository.commit({ 'contractgate-hook.yaml': mapping, ...Object.fromEntries([...contracts, ...fixtures]) });
    // Long ago, so that git trusts the times.
    for (const { path } of sample) utimesSync(join(repository.root, path), engineNow, engineNow);
    repository.git('update-index', '--refresh');
    const run = (...args: string[]): string => {
      const { stdout, stderr } = spawnSync(process.execPath, [program, ...args, '--format', 'json'], {
        cwd: repository.root,
        env: repository.environment,
        encoding: 'utf8',
        maxBuffer: 1e9,
      });
      expect(stderr).toBe('');
      return stdout.replace(/"durationMs": [\d.]+/, '');
    };
    const plain = run('--all', '--no-cache');
    expect(run('--all') === plain).toBe(true);
    expect(existsSync(join(repository.root, '.git/contractgate-hook/verdicts'))).toBe(true);
    expect(run('--all') === plain).toBe(true);
    const ofIndex = run('--all', '--staged');
    expect(ofIndex === plain.replace('"snapshot": "worktree"', '"snapshot": "index"')).toBe(true);

    const parts = [1, 2, 3].map((index) => join(repository.folder, `${index}.json`));
    for (const [index, part] of parts.entries()) {
      run('--all', '--shard', `${index + 1}/3`, '--format', `json:${part}`);
    }
    expect(run('merge', ...parts) === plain).toBe(true);
  }, 240_000);

  it('gets the same verdicts from the hook of a real commit, which is refused', () => {
    using repository = new TemporaryRepository();
    const sample = cases.filter((_, index) => index % 37 === 0);
    const contracts = Object.fromEntries(
      sample.map(({ vector }) => [`contracts/${vector.name}.yaml`, vector.contract]),
    );
    repository.commit({ 'contractgate-hook.yaml': mapping, ...contracts });
    for (const { path, event } of sample) write(repository, path, event.json);
    repository.git('add', '.');
    const report = join(repository.folder, 'report.json');
    repository.hook('pre-commit', `'${process.execPath}' '${program}' --format json --show-values > '${report}'`);
    const commit = spawnSync('git', ['commit', '-m', 'x'], { cwd: repository.root, env: repository.environment });
    expect(commit.status).toBe(1);
    const { stdout } = spawnSync('cat', [report], { encoding: 'utf8', maxBuffer: 1e9 });
    expectVerdicts(verdicts(stdout), sample);
  });
});
