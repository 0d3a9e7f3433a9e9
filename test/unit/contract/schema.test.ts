import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseContract } from '../../../src/contract/parse-contract.ts';
import { nearDocuments } from '../../support/schema-documents.ts';
import type { Schema } from '../../support/schema-documents.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../templates/schemas/contract.json', import.meta.url), 'utf8'),
) as Schema;
const isContract = new Ajv({ allowUnionTypes: true }).compile(schema as object);

const words = [
  ['a', '1.0', 'true', 'null', '~', '', '^a$', '.inf', '-1', '0x10', '1e3', 'off', 'batch', 'mask', 'hash', 'opaque'],
  ['string', 'number', 'date', 'String', 'uniqueness', 'completeness', 'strip', 'minimum', 'patern', 'term', 'field'],
  ['definition', 'description', 'name', 'required', 'entities', 'min_length', 'ontology', 'type', 'version'],
].flat();

/** Integers beyond u64 in an `enum` the gateway refuses, and a schema cannot tell them from floats. */
function hasHugeInteger(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) > 2 ** 53;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasHugeInteger);
}

/** Documents as JSON has them, and shallow: the gateway's limit of 128 levels no schema can say. */
describe('the schema of contracts', () => {
  it('takes what the gateway takes, but for keys that the gateway ignores', () => {
    let taken = 0;
    fc.assert(
      fc.property(nearDocuments(schema, words), (document) => {
        fc.pre(!hasHugeInteger(document));
        const text = JSON.stringify(document);
        const result = parseContract(text);
        const byGateway = result.ok && result.contract.unknownKeys.length === 0;
        const bySchema = isContract(document);
        if (bySchema) taken++;
        expect({ text, taken: byGateway }).toEqual({ text, taken: bySchema });
      }),
      { numRuns: 4000 },
    );
    expect(taken).toBeGreaterThan(400);
    expect(taken).toBeLessThan(3600);
  });
});
