import { defineConfig } from 'vitest/config';

/**
 * Where a test belongs, by the first line that fits:
 *   e2e          it runs a tool that is not ours (husky, lint-staged, pre-commit, npm) or the packed package
 *   integration  it runs git, or starts a process, or reads and writes files
 *   conformance  it compares with recorded answers of the reference engine
 *   unit         everything else; mirrors src/
 */
const project = (name: string, timeout: number, globalSetup: string[] = []) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: timeout, hookTimeout: timeout * 2, globalSetup },
});

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    // Most tests wait for processes of their own.
    maxWorkers: '100%',
    projects: [
      project('unit', 60_000),
      project('conformance', 60_000),
      project('integration', 120_000),
      project('e2e', 300_000, ['test/support/release.setup.ts']),
    ],
  },
});
