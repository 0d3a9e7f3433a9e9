import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleProgram } from '../../support/bundled-program.ts';
import { runCommand } from '../../support/run-command.ts';
import type { Outcome } from '../../support/run-command.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';

const repository = new TemporaryRepository();
afterAll(() => repository[Symbol.dispose]());
const program = bundleProgram(repository.folder);

repository.write('contractgate-hook.yaml', 'version: 1\nmappings:\n  - { files: "*.ndjson", contract: "$1.yaml" }\n');
const contract = (more: string): string => `version: "1"
name: order
ontology:
  entities:
    - { name: id, type: integer }
    - { name: kind, type: string, enum: [click, view] }
    - { name: note, type: string }
${more}`;
repository.write('plain.yaml', contract(''));
repository.write('unique.yaml', contract('quality:\n  - { field: id, type: uniqueness }\n'));

/** Writes lines of about 130 bytes, a piece at a time. */
function writeLines(path: string, count: number, lineAt: (index: number) => object): void {
  const file = openSync(join(repository.root, path), 'w');
  const note = 'x'.repeat(80);
  for (let from = 0; from < count; from += 10_000) {
    const some = Array.from({ length: 10_000 }, (_, index) => JSON.stringify({ ...lineAt(from + index), note }));
    writeSync(file, `${some.join('\n')}\n`);
  }
  closeSync(file);
}

/** With a heap that the file does not fit into, nor all its violations. */
function check(...argv: string[]): Outcome {
  const options = { cwd: repository.root, environment: repository.environment };
  return runCommand(process.execPath, ['--max-old-space-size=80', program, '--no-cache', ...argv], options);
}

describe('a file of 120 MB', () => {
  const lines = 1_000_000;

  it('is read a block at a time, with the lines of what is wrong', () => {
    writeLines('plain.ndjson', lines, (id) => ({ id, kind: id === 987_654 ? 'buy' : 'click' }));
    const { exitCode, stdout } = check('--format', 'concise', 'plain.ndjson');
    expect(stdout).toBe(
      `plain.ndjson:987655:21: enum_violation kind: Field 'kind' value "buy" not in allowed set: ["click", "view"]\n`,
    );
    expect(exitCode).toBe(1);
  });

  it('in which everything is wrong fills no memory: all is counted', () => {
    writeLines('plain.ndjson', lines, (id) => ({ id: String(id), kind: 'buy' }));
    const { exitCode, stdout, stderr } = check('--format', 'json', 'plain.ndjson');
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    const { summary, checks } = JSON.parse(stdout);
    expect(summary).toMatchObject({ events: lines, violations: 2 * lines });
    expect(checks).toMatchObject([{ failedEvents: lines, omitted: [{ field: 'id' }, { field: 'kind' }] }]);
    expect(check('plain.ndjson').stdout).toContain(`2,000,000 violations`);
  });

  it('with more different values than a uniqueness rule may remember is a problem of one sentence', () => {
    writeLines('unique.ndjson', lines, (id) => ({ id, kind: 'click' }));
    const { exitCode, stdout, stderr } = check('unique.ndjson');
    expect(exitCode).toBe(2);
    expect(stdout).toContain('could not check unique.ndjson: the uniqueness rule of `id` has more than 500000');
    expect(stderr).toBe('');
  });
});
