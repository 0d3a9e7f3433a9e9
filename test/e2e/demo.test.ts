import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { TemporaryFolder } from '../support/temporary-folder.ts';

const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

interface Outcome {
  readonly code: number | null;
  /** What a user sees: both outputs, in order. */
  readonly output: string;
  /** What is left in the folder for temporary files. */
  readonly left: readonly string[];
}

interface Circumstances {
  readonly environment?: Readonly<Record<string, string>>;
  /** Sends SIGINT, to the demo alone, as soon as this is in its output. */
  readonly interruptAt?: string;
}

/** Runs the demo as `npm run demo` does, with a folder for temporary files of its own. */
async function runDemo({ environment = {}, interruptAt }: Circumstances = {}): Promise<Outcome> {
  using folder = new TemporaryFolder();
  const temporary = join(folder.path, 'tmp');
  mkdirSync(temporary);
  const names = { TMPDIR: temporary, TEMP: temporary, TMP: temporary, NO_COLOR: '1' };
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const demo = spawn(process.execPath, ['templates/demo/run.mjs'], {
    cwd: packageRoot,
    env: { ...inherited, ...names, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: string): void => {
    output += chunk;
    if (interruptAt !== undefined && output.includes(interruptAt)) demo.kill('SIGINT');
  };
  demo.stdout.setEncoding('utf8').on('data', collect);
  demo.stderr.setEncoding('utf8').on('data', collect);
  const code = await new Promise<number | null>((resolve, reject) => {
    demo.once('error', reject);
    demo.once('close', resolve);
  });
  return { code, output, left: readdirSync(temporary) };
}

/** What the tool says about a fixture: from the line that names it to the next one or the sum. */
function reportOn(fixture: string, output: string): string {
  const [, report = ''] = output.split(`\n${fixture} breaks `);
  return report.split(/\n(?:\S+ breaks |contractgate-hook: )/, 1)[0] ?? '';
}

describe('npm run demo', () => {
  test('commits good fixtures, is refused three broken ones with their reasons, commits the fix', async () => {
    const { code, output, left } = await runDemo();

    expect(code, output).toBe(0);
    expect(left).toEqual([]);
    const verdicts = [...output.matchAll(/^=> the commit was (\w+)$/gm)].map(([, verdict]) => verdict);
    expect(verdicts).toEqual(['accepted', 'refused', 'accepted']);
    expect(output).toMatch(/70 events in 60 files checked against 4 contracts: all hold/);
    expect(output).toMatch(/3 violations in 3 files/);
    expect(output).toContain('husky - pre-commit script failed (code 1)');

    const state = reportOn('fixtures/issues/edited.json', output);
    expect(state).toContain(`Field 'issue.state' value "closd" not in allowed set: ["open", "closed"]`);
    expect(state).toMatch(/^ +\d+ \| +"state": "closd",$/m);
    const additions = reportOn('fixtures/pull_request/labeled.json', output);
    expect(additions).toContain(`Field 'pull_request.additions' expected type Integer, got string`);
    expect(additions).toMatch(/^ +\d+ \| +"additions": "12",$/m);
    const runNumber = reportOn('fixtures/workflow_run/recorded.ndjson', output);
    expect(runNumber).toContain(`Required field 'run_number' is missing`);
    expect(runNumber).toMatch(/^ +2:\d+ /m);
  });

  test('is not led astray by the hook that it may run in, nor by the settings of the user', async () => {
    using folder = new TemporaryFolder();
    const elsewhere = mkdtempSync(join(folder.path, 'git-'));
    const { code, output } = await runDemo({
      environment: {
        GIT_DIR: elsewhere,
        GIT_WORK_TREE: elsewhere,
        GIT_INDEX_FILE: join(elsewhere, 'index'),
        HUSKY: '0',
        PRE_COMMIT_TO_REF: 'HEAD',
        HOME: elsewhere,
      },
    });

    expect(code, output).toBe(0);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test('says what went wrong, and leaves nothing behind', async () => {
    const { code, output, left } = await runDemo({ environment: { PATH: '/nowhere' } });

    expect(code).toBe(1);
    expect(output).toMatch(/^demo: git could not be started: .*ENOENT/m);
    expect(left).toEqual([]);
  });

  test('leaves nothing behind when it is interrupted', async () => {
    const { code, output, left } = await runDemo({ interruptAt: '$ git commit' });

    expect(code, output).toBe(130);
    expect(output).toMatch(/^demo: interrupted by SIGINT\.$/m);
    expect(left).toEqual([]);
  });
});
