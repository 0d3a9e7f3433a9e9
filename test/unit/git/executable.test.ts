import { expect, test } from 'vitest';
import { findOnWindowsPath } from '../../../src/git/executable.ts';

const PROGRAMS = String.raw`C:\Program Files\Git\cmd`;
const exists = (file: string): boolean => file === String.raw`${PROGRAMS}\git.exe` || file === 'git.exe';

test.each([
  ['the name of the variable in any case', { Path: PROGRAMS }],
  ['quoted folders', { PATH: `C:\\none;"${PROGRAMS}"` }],
  ['no folder that depends on the working directory', { PATH: `.;;node_modules\\.bin;${PROGRAMS}` }],
])('git.exe is taken from PATH: %s', (_, environment) => {
  expect(findOnWindowsPath(environment, exists)).toBe(String.raw`C:\Program Files\Git\cmd\git.exe`);
});

test.each([[{ PATH: '.;' }], [{}], [{ PATH: '\\relative\\to\\drive' }]])(
  'git.exe is nowhere else: %j',
  (environment) => {
    expect(() => findOnWindowsPath(environment, exists)).toThrow('git was not found on PATH');
  },
);
