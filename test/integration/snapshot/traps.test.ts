import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Observation } from '../../support/observe-staged.ts';
import { springTrap } from '../../support/spring-trap.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';
import { TRAPS } from '../../support/traps.ts';
import type { Expectation } from '../../support/traps/trap.ts';

const folder = new TemporaryFolder();
const observer = join(folder.path, 'observe.mjs');

beforeAll(async () => {
  await build({
    entryPoints: [new URL('../../support/observe-staged.ts', import.meta.url).pathname],
    outfile: observer,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['fast-glob'],
  });
});
afterAll(() => folder[Symbol.dispose]());

test('every number has its case', () => {
  const numbers = new Set(TRAPS.map((trap) => trap.number));
  expect([...numbers]).toEqual(Array.from({ length: 32 }, (_, at) => at + 1));
});

describe('what is staged is what will be committed', () => {
  test.each(TRAPS.map((trap) => [`trap ${trap.number}: ${trap.title}`, trap] as const))('%s', (_, trap) => {
    const { options, build, expectation } = trap;
    using repository = new TemporaryRepository(options);
    const approach = build(repository);
    const byHand = approach.commit === undefined;
    const indexOf = () => byHand && readFileSync(join(repository.root, '.git/index')).toString('base64');
    const before = indexOf();

    const paths = Object.keys(expectation.read ?? {});
    const sprung = springTrap(repository, approach, `'${process.execPath}' '${observer}' ${paths.join(' ')}`);

    expect(sprung.stderr).toBe('');
    expect(sprung.ran ? JSON.parse(sprung.stdout) : 'no hook').toEqual(observationOf(expectation));
    expect(indexOf()).toBe(before);
  });
});

function observationOf({ hookless, problem, hint, staged, read }: Expectation): Observation | 'no hook' {
  const failed = { problem: expect.stringMatching(problem ?? /^$/), hint: expect.stringMatching(hint ?? /^$/) };
  if (hookless) return 'no hook';
  return problem ? failed : { staged: staged ?? {}, read: read ?? {} };
}
