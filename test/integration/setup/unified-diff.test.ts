import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { unifiedDiff } from '../../../src/setup/unified-diff.ts';
import { TemporaryRepository } from '../../support/temporary-repository.ts';

const repository = new TemporaryRepository();
afterAll(() => repository[Symbol.dispose]());

test('a diff that is shown is one that git applies', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', '', 'c d', '- e'), { maxLength: 12 });
  const text = fc
    .tuple(lines, fc.boolean())
    .map(([all, ended]) => `${all.join('\n')}${ended && all.length > 0 ? '\n' : ''}`);
  fc.assert(
    fc.property(fc.option(text, { nil: undefined }), text, (before, after) => {
      fc.pre(before !== after && after !== '' && before !== '');
      repository.remove('f.txt');
      if (before !== undefined) repository.write('f.txt', before);
      const diff = unifiedDiff({ path: 'f.txt', before, after });
      repository.gitWith({ input: diff }, 'apply', '--whitespace=nowarn', '-');
      expect(readFileSync(join(repository.root, 'f.txt'), 'utf8')).toBe(after);
    }),
    { numRuns: 60 },
  );
});
