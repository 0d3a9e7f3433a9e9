import { contract, makeEvents, mapping } from './events.mjs';
import { benchRepository, node, program } from './repository.mjs';

const count = 100_000;

/** The most that people are shown of a file, however much is wrong with it. */
const mostLines = 60;

/** 100,000 events of which none or every one violates: what it costs to find and to tell, on one thread. */
export async function* tables() {
  const repository = benchRepository();
  try {
    const good = makeEvents(count);
    const bad = good.map((event) => ({ ...event, event_type: 'delete' }));
    repository.write('contracts/user_events.yaml', contract);
    repository.write('contractgate-hook.yaml', mapping);
    for (const [name, events] of Object.entries({ good, bad })) {
      const lines = events.map((event) => JSON.stringify(event));
      repository.write(`fixtures/user_events/${name}.ndjson`, `${lines.join('\n')}\n`);
      repository.write(`fixtures/user_events/${name}.json`, `[\n${lines.join(',\n')}\n]\n`);
    }
    repository.commit();
    const check = (name, file, ...args) => ({
      name,
      command: node,
      args: [program, '--no-cache', '--threads', '1', `fixtures/user_events/${file}`, ...args],
      cwd: repository.root,
      status: file.startsWith('bad') ? 1 : 0,
      items: count,
    });
    const told = (one) => ({ ...one, target: 1.5, found: foundBy });
    for (const format of ['ndjson', 'json']) {
      yield {
        title: `${count} events of ${format}, told to people`,
        found: count,
        cases: [check('all valid', `good.${format}`), told(check('all violate', `bad.${format}`))],
      };
    }
    yield {
      title: `${count} events of NDJSON that all violate, in every format`,
      cases: ['human', 'concise', 'json', 'github', 'gitlab', 'junit', 'sarif'].map((format) =>
        check(format, 'bad.ndjson', '--format', format),
      ),
    };
  } finally {
    repository.dispose();
  }
}

function foundBy({ stdout }) {
  const lines = stdout.split('\n').length - 1;
  if (lines >= mostLines) throw new Error(`${lines} lines of report, where fewer than ${mostLines} are wanted`);
  return Number(/: ([\d,]+) violations/.exec(stdout)?.[1]?.replaceAll(',', ''));
}
