import { spawnSync } from 'node:child_process';

/**
 * Runs every case once per round, in an order that turns with the rounds, after one round that does not count.
 * A case is `{name, command, args, cwd?, env?, status?}` (timed from outside) or `{name, run}` (timed inside).
 */
export async function measure(cases, runs) {
  const samples = new Map(cases.map(({ name }) => [name, []]));
  for (let round = 0; round <= runs; round++) {
    for (let index = 0; index < cases.length; index++) {
      const one = cases[(index + round) % cases.length];
      const milliseconds = await timeOf(one);
      if (round > 0) samples.get(one.name).push(milliseconds);
    }
  }
  return samples;
}

async function timeOf(one) {
  const start = performance.now();
  if (one.run !== undefined) await one.run();
  else {
    const { status, stderr, error } = spawnSync(one.command, one.args, { cwd: one.cwd, env: one.env ?? process.env });
    if (error !== undefined || status !== (one.status ?? 0)) {
      throw new Error(`${one.name}: exit code ${status} ${error ?? ''} ${stderr}`);
    }
  }
  return performance.now() - start;
}

/** Medians, and their ratio to the median of the first case, which is the floor. */
export function summarizeRuns(cases, samples) {
  const floor = median(samples.get(cases[0].name));
  return cases.map(({ name, events }) => {
    const times = samples.get(name);
    const middle = median(times);
    return { name, min: Math.min(...times), median: middle, max: Math.max(...times), ratio: middle / floor, events };
  });
}

function median(times) {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}
