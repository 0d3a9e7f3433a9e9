import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../../hooks/contractgate-hook.mjs');

/** A commit of 3 fixtures of one contract in a repository of 20 files, against Node's own start. */
export async function hookCases() {
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
  for (let index = 0; index < 3; index++) {
    const event = { user_id: `alice_${index}`, event_type: 'click', timestamp: 1_712_000_000 + index, amount: 9.5 };
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

const contract = `version: "1.0"
name: user_events
description: Bench
ontology:
  entities:
    - { name: user_id, type: string, required: true, pattern: "^[a-zA-Z0-9_-]+$", min_length: 3, max_length: 64 }
    - { name: event_type, type: string, required: true, enum: [click, view, purchase, login] }
    - { name: timestamp, type: integer, required: true, min: 0 }
    - { name: amount, type: float, required: false, min: 0 }
metrics:
  - { name: revenue, formula: "sum(amount)" }
`;
