import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { readmeRepository } from '../../support/readme-repository.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

/** Of a run, only its time is another each time. */
const withoutTime = (text: string): string => text.replace(/\(\d+ ms\)/, '(… ms)');

test('the picture of a refused commit in README is what a terminal of 80 columns shows', async () => {
  const [, picture = ''] = /^```console\n\$ git commit .*\n([^]*?)^```$/m.exec(readme) ?? [];
  using repository = readmeRepository();
  const written: string[] = [];
  const output = { write: (text: string) => written.push(text), isTTY: true, columns: 80 };
  const environment = { cwd: repository.root, env: { ...repository.environment, NO_COLOR: '1' } };
  const code = await run([], {
    ...environment,
    stdout: output,
    stderr: { write: () => undefined },
    packageFolder: new URL('../../../', import.meta.url),
  });
  expect(withoutTime(written.join(''))).toBe(withoutTime(picture));
  expect(code).toBe(1);
});
