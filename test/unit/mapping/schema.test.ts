import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../src/mapping/parse-config.ts';
import { nearDocuments } from '../../support/schema-documents.ts';
import type { Schema } from '../../support/schema-documents.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../templates/schemas/mapping.json', import.meta.url), 'utf8'),
) as Schema;
const isMappingFile = new Ajv().compile(schema as object);

const words = [
  [
    'a',
    'fixtures/*/**/*.{json,ndjson}',
    './a',
    '!a',
    ' ',
    '',
    '/a',
    'C:/a',
    'c:a',
    'a\\b',
    '\\a',
    'a b',
    ' a',
    'a ',
    'a/',
    '.',
    './',
    'a/.',
    'a/[b',
    '{a}',
    '**.json',
  ],
  ['..', '../a', 'a/..', 'a/../b', 'a..b', '..a', 'a/..b/c', './../a', 'contracts/$1.yaml', 'a\n../b', '\n/..'],
  ['/items/*/payload', '/', 'items', '100 MB', '5', '5K', ' 5 kb ', '5B', '-5', '1e5', '9999999999999999', '5 TB'],
  ['2026-01-31', '2026-1-31', '2026-13-01', '2026-02-30', '2026-01-31T00:00:00Z', '2026-01-31T00:00:00'],
  ['2026-01-31T10:00+02:00', '2026-01-31T24:00Z', '2026-01-31T00:00:00.5Z', '2026-01-31\n', 'now', 'skip', 'later'],
  ['pass', 'fail', 'strict', 'warn', 'kinds', 'fields', 'expect', 'mapping', 'files', 'missing_required_field'],
].flat();

/** Documents as JSON has them: what only YAML can write (anchors, tags, `.inf`) the schema never sees. */
describe('the schema of the mapping file', () => {
  it('takes what the decoder takes, and nothing else', () => {
    let taken = 0;
    fc.assert(
      fc.property(nearDocuments(schema, words), (document) => {
        const text = JSON.stringify(document);
        const result = parseConfig(text, 'contractgate-hook.json');
        const bySchema = isMappingFile(document);
        if (bySchema) taken++;
        // Whether brackets are closed is beyond the patterns of a schema, as its description says.
        if (
          bySchema &&
          result?.ok === false &&
          result.problems.every(({ message }) => /^the glob .* has /s.test(message))
        )
          return;
        expect({ text, taken: result?.ok }).toEqual({ text, taken: bySchema });
      }),
      { numRuns: 4000 },
    );
    // Both answers are common among the documents.
    expect(taken).toBeGreaterThan(400);
    expect(taken).toBeLessThan(3600);
  });
});
