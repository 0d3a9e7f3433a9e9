import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contract, makeEvents } from './events.mjs';

const program = join(import.meta.dirname, '../../hooks/contractgate-hook.mjs');

/** A commit of 3 fixtures of one contract in a repository of 20 files, against Node's own start. */
export function hookCases() {
  const folder = mkdtempSync(join(tmpdir(), 'contractgate-bench-'));
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', ...args], { cwd: folder });
  const write = (path, text) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  git('init', '-q');
  for (let index = 0; index < 18; index++) write(`src/file-${index}.txt`, `${index}\n`);
  write('contracts/user_events.yaml', contract);
  write(
    'contractgate-hook.yaml',
    'version: 1\nmappings:\n  - { files: "fixtures/*/*.json", contract: "contracts/$1.yaml" }\n',
  );
  git('add', '.');
  git('commit', '-q', '-m', 'base', '--no-verify');
  for (const [index, event] of makeEvents(3).entries()) {
    write(`fixtures/user_events/${index}.json`, `${JSON.stringify(event, null, 2)}\n`);
  }
  git('add', '.');

  const node = process.execPath;
  const spawnGit = `const {spawn}=require('node:child_process');for(const a of [['diff-index','--cached','--raw','-z','HEAD'],['cat-file','--batch']])spawn('git',a,{stdio:['ignore','pipe','inherit']}).stdout.resume()`;
  return {
    title: 'A commit of 3 fixtures',
    dispose: () => rmSync(folder, { recursive: true, force: true }),
    cases: [
      { name: 'node -e 0', command: node, args: ['-e', '0'] },
      { name: 'node with the two bare git commands', command: node, args: ['-e', spawnGit], cwd: folder },
      { name: 'contractgate-hook', command: node, args: [program], cwd: folder },
      { name: 'contractgate-hook FILE', command: node, args: [program, 'fixtures/user_events/0.json'], cwd: folder },
    ],
  };
}
