import { spawnSync } from 'node:child_process';

/**
 * A case is a whole process, timed from outside: `{ name, command, args, cwd?, env?, status?, found?, onExit? }`, where `found`
 * reads from `{ stdout, stderr, status }` how many violating files or events it told of, and `onExit` gets all that it wrote, by
 * file descriptor; or a function, timed inside: `{ name, run }`, whose result is that number. `prepare` runs before each run of
 * the case and is not timed.
 *
 * Runs every case of a table once per round, in an order that turns with the rounds, after one round that does not count.
 * Each must find what the table says there is to find: nobody wins by doing less.
 */
export async function measure({ cases, found }, runs) {
  const samples = new Map(cases.map(({ name }) => [name, []]));
  for (let round = 0; round <= runs; round++) {
    for (let index = 0; index < cases.length; index++) {
      const one = cases[(index + round) % cases.length];
      await one.prepare?.();
      const start = performance.now();
      const outcome = one.run === undefined ? runProcess(one) : await one.run();
      const milliseconds = performance.now() - start;
      const tells = one.run === undefined ? one.found?.(outcome) : outcome;
      if (found !== undefined && tells !== undefined && tells !== found) {
        throw new Error(`${one.name} found ${tells}, where there are ${found}`);
      }
      if (round > 0) samples.get(one.name).push(milliseconds);
    }
  }
  return samples;
}

function runProcess({ name, command, args, cwd, env = process.env, status: expected = 0, onExit }) {
  const stdio = ['pipe', 'pipe', 'pipe', 'pipe'];
  const options = { cwd, env, stdio, maxBuffer: 2 ** 30 };
  const { status, stdout, stderr, error, output } = spawnSync(command, args, options);
  onExit?.(output);
  if (error !== undefined || status !== expected) {
    throw new Error(`${name}: exit code ${status} ${error ?? ''} ${stderr} ${String(stdout).slice(0, 2000)}`);
  }
  return { status, stdout: String(stdout), stderr: String(stderr) };
}

/**
 * Medians, and their ratio to the median of the first case, which is the floor. With `target`, the ratio that is aimed at;
 * with `ahead: name`, the case that is to be slower.
 */
export function summarizeRuns({ cases }, samples) {
  const medianOf = (name) => median(samples.get(name));
  const floor = medianOf(cases[0].name);
  return cases.map(({ name, items, target, ahead }) => {
    const times = samples.get(name);
    const middle = median(times);
    const ratio = middle / floor;
    return {
      name,
      min: Math.min(...times),
      median: middle,
      max: Math.max(...times),
      ratio,
      ...(items && { perSecond: (items / middle) * 1000 }),
      aims: [
        ...(target ? [{ aim: `at most ${target}`, met: ratio <= target }] : []),
        ...(ahead && samples.has(ahead) ? [{ aim: `ahead of ${ahead}`, met: middle < medianOf(ahead) }] : []),
      ],
    };
  });
}

function median(times) {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}
