import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The committed bundle, as a git tag has it. */
export const program = join(import.meta.dirname, '../../hooks/contractgate-hook.cjs');

export const node = process.execPath;

/** A folder for a bench, removed by `dispose`. */
export function benchFolder() {
  const root = mkdtempSync(join(tmpdir(), 'contractgate-bench-'));
  return {
    root,
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The same as a git repository. */
export function benchRepository() {
  const folder = benchFolder();
  const identity = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com'];
  const gitWith = (input, ...args) =>
    execFileSync('git', [...identity, ...args], { cwd: folder.root, input, maxBuffer: 2 ** 30 });
  const git = (...args) => gitWith('', ...args);
  git('init', '-q');
  return {
    ...folder,
    git,
    /** With this on its standard input. */
    gitWith,
    /** Everything in the worktree. */
    commit() {
      git('add', '.');
      git('commit', '-q', '-m', 'base', '--no-verify');
    },
  };
}
