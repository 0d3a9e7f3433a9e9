import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleProgram } from '../../support/bundled-program.ts';
import { springTrap } from '../../support/spring-trap.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';
import { TRAPS } from '../../support/traps.ts';

const folder = new TemporaryFolder();
let program: string;
beforeAll(() => {
  program = bundleProgram(folder.path);
});
afterAll(() => folder[Symbol.dispose]());

/** The same traps as for the snapshot, through the executable as the repository's pre-commit hook. */
describe('a commit is refused or accepted for what it would hold', () => {
  test.each(TRAPS.map((trap) => [`trap ${trap.number}: ${trap.title}`, trap] as const))('%s', (_, trap) => {
    const { options, build, expectation } = trap;
    using repository = new TemporaryRepository(options);
    const approach = build(repository);
    const byHand = approach.commit === undefined;
    const indexOf = () => byHand && readFileSync(join(repository.root, '.git/index')).toString('base64');
    const before = indexOf();

    const { ran, exitCode, stdout, stderr } = springTrap(repository, approach, `'${process.execPath}' '${program}'`);

    expect(`${stdout}${stderr}`).not.toMatch(/\n {4}at /);
    expect(ran ? exitCode : undefined, `${stdout}${stderr}`).toBe(
      expectation.hookless ? undefined : expectation.exitCode,
    );
    expect(indexOf()).toBe(before);
  });
});
