import { contract, makeEvents, mapping } from './events.mjs';
import { benchRepository, node, program } from './repository.mjs';

const bareGit = `const { spawn } = require('node:child_process');
for (const args of [['diff-index', '--cached', '--raw', '-z', 'HEAD'], ['cat-file', '--batch']])
  spawn('git', args, { stdio: ['ignore', 'pipe', 'inherit'] }).stdout.resume();`;

/** A commit of 3 fixtures of one contract in a repository of 20 files, against Node that runs git and does nothing else. */
export async function* tables() {
  const repository = benchRepository();
  try {
    for (let index = 0; index < 18; index++) repository.write(`src/file-${index}.txt`, `${index}\n`);
    repository.write('contracts/user_events.yaml', contract);
    repository.write('contractgate-hook.yaml', mapping);
    repository.commit();
    for (const [index, event] of makeEvents(3).entries()) {
      repository.write(`fixtures/user_events/${index}.json`, `${JSON.stringify(event, null, 2)}\n`);
    }
    repository.git('add', '.');
    const cwd = repository.root;
    yield {
      title: 'A commit of 3 fixtures',
      cases: [
        { name: 'node with the two bare git commands', command: node, args: ['-e', bareGit], cwd },
        { name: 'node -e 0', command: node, args: ['-e', '0'], cwd },
        { name: 'contractgate-hook, nothing kept', command: node, args: [program, '--no-cache'], cwd, target: 1.5 },
        { name: 'contractgate-hook, warm', command: node, args: [program], cwd, target: 1.25 },
      ],
    };
  } finally {
    repository.dispose();
  }
}
