import { expect, test } from 'vitest';
import { failureOf, hasFailed } from '../../../src/git/failure.ts';
import type { Exit } from '../../../src/git/process.ts';

const CLEAN: Exit = { code: 0, signal: null, timedOut: false, startError: undefined, stderr: '' };

test('only an exit with 0 that nothing forced is a success', () => {
  expect(hasFailed({ ...CLEAN, stderr: 'warning: LF will be replaced by CRLF' })).toBe(false);
  expect(hasFailed({ ...CLEAN, code: 1 })).toBe(true);
  expect(hasFailed({ ...CLEAN, code: null, signal: 'SIGKILL' })).toBe(true);
  expect(hasFailed({ ...CLEAN, timedOut: true })).toBe(true);
  expect(hasFailed({ ...CLEAN, startError: new Error('EACCES') })).toBe(true);
});

test.each<[exit: Partial<Exit>, message: string, hint?: RegExp]>([
  [{ code: 1 }, 'git ls-files failed with exit code 1 and said nothing'],
  [{ code: 128, stderr: 'warning: x\nfatal: bad object\nmore\n' }, 'git ls-files failed: bad object'],
  [{ code: 2, stderr: 'only this\u001B[2J\n\n' }, 'git ls-files failed: only this\\u{1b}[2J'],
  [{ code: null, signal: 'SIGSEGV' }, 'git ls-files was killed by SIGSEGV'],
  [{ code: null, signal: 'SIGKILL', timedOut: true }, 'git ls-files did not answer within 1.5 seconds', /time limit/],
  [{ startError: Object.assign(new Error('no'), { code: 'ENOENT' }) }, 'git was not found on PATH', /Install git/],
  [{ startError: Object.assign(new Error('spawn E2BIG'), { code: 'E2BIG' }) }, 'git could not be started: spawn E2BIG'],
  [{ code: 128, stderr: 'fatal: not a git repository: x' }, 'git ls-files failed: not a git repository: x'],
  [
    { code: 128, stderr: 'fatal: not a git repository (or any of the parent directories): .git' },
    'this is no git repository, so that nothing is staged or committed here',
    /--all: both work without git/,
  ],
])('%j', (exit, message, hint = /^$/) => {
  const failure = failureOf('ls-files', { ...CLEAN, ...exit }, 1500);
  expect(failure.message).toBe(message);
  expect(failure.hint ?? '').toMatch(hint);
});
