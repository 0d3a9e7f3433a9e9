import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Observation } from '../../support/observe-staged.ts';
import { springTrap } from '../../support/spring-trap.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';
import { TRAPS } from '../../support/traps.ts';

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
  test.each(TRAPS)('trap $number: $title', ({ options, build, expectation }) => {
    using repository = new TemporaryRepository(options);
    const approach = build(repository);
    const indexFile = join(repository.root, '.git/index');
    const index = approach.commit ? undefined : readFileSync(indexFile);

    const paths = Object.keys(expectation.read ?? {});
    const sprung = springTrap(repository, approach, `'${process.execPath}' '${observer}' ${paths.join(' ')}`);

    expect(sprung.ran).toBe(expectation.hookless !== true);
    if (expectation.hookless) return;
    expect(sprung.stderr).toBe('');
    const observation = JSON.parse(sprung.stdout) as Observation;
    if ('problem' in observation) {
      expect(observation.problem).toMatch(expectation.problem ?? /^no problem was expected$/);
      expect(observation.hint).toMatch(expectation.hint ?? /./);
    } else {
      expect(observation.staged).toEqual(expectation.staged);
      expect(observation.read).toEqual(expectation.read ?? {});
    }
    if (index) expect(readFileSync(indexFile).equals(index)).toBe(true);
  });
});
