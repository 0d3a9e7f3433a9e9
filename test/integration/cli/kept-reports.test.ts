import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { apply, contracts, firstMapping, mappingFile, path, step } from '../../support/random-repository.ts';
import { runProgram } from '../../support/run-program.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';

const start = 1_000_000_000;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start * 1000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** What a run says, but for how long it took. */
async function reportOf(repository: TemporaryRepository, args: readonly string[]) {
  const { code, stdout, stderr } = await runProgram(args, { cwd: repository.root, env: repository.environment });
  return { code, stderr, stdout: stdout.replace(/"durationMs": [\d.]+|\([\d.]+ m?s\)$/m, '') };
}

const selections = [
  ['--all'],
  ['--all', '--strict'],
  ['--all', '--staged'],
  ['--all', '--rev', 'HEAD'],
  ['--all', '--shard', '1/2'],
  ['--staged'],
  ['--since', 'HEAD'],
] as const;

test.each([1, 2, 3, 4, 5, 107])(
  'a run that may use what others have kept says what one without says: random repository %i',
  async (seed) => {
    let clean = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(path, fc.constantFrom(0, 1)), { minLength: 4, maxLength: 8 }),
        fc.array(fc.tuple(step, fc.constantFrom(...selections), fc.constantFrom('json', 'human'), fc.boolean()), {
          minLength: 10,
          maxLength: 20,
        }),
        async (first, rest) => {
          using repository = new TemporaryRepository();
          let now = start;
          const wait = (seconds: number): void => {
            now += seconds;
            vi.setSystemTime(now * 1000);
          };
          wait(0);
          const place = { repository, now: () => now, wait };
          repository.commit({ ...contracts, [mappingFile]: firstMapping });
          for (const [file, variant] of first) apply(['stage', file, variant], place);
          repository.commit();
          for (const [one, selection, format, isMended] of rest) {
            if (isMended) {
              apply(['mend', '', 0], place);
              if ((await reportOf(repository, ['--all'])).code === 0) clean++;
            }
            apply(one, place);
            for (const args of [['--all'], selection]) {
              const plain = await reportOf(repository, ['--no-cache', ...args, '--format', format]);
              for (let round = 0; round < 2; round++) {
                expect(await reportOf(repository, [...args, '--format', format])).toEqual(plain);
              }
            }
          }
        },
      ),
      { seed, numRuns: 2, endOnFailure: true },
    );
    expect(clean).toBeGreaterThan(0);
  },
  300_000,
);
