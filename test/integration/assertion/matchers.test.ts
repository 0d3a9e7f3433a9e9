import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { loadContract } from '../../../src/assertion/load-contract.ts';
import { Contract } from '../../../src/index.ts';
import { assertEvent, contractMatchers } from '../../../src/integrations/vitest.ts';

expect.extend(contractMatchers);

const text = `version: '1.2'
name: orders
ontology:
  entities:
    - { name: id, type: string, pattern: '^[a-z]+$' }
    - name: lines
      type: array
      items:
        name: line
        type: object
        properties:
          - { name: amount, type: integer, min: 1 }
    - { name: email, type: string, required: false, enum: [a@example.com], transform: { kind: redact } }
quality:
  - { field: ts, type: freshness, max_age_seconds: 60 }
`;
const good = { id: 'abc', lines: [{ amount: 1 }] };
const bad = { id: 'abc', lines: [{ amount: 1 }, { amount: 0 }] };

const folder = mkdtempSync(join(tmpdir(), 'contractgate-matchers-'));
const path = join(folder, 'orders.yaml');
writeFileSync(path, text);
afterAll(() => rmSync(folder, { recursive: true }));

function messageOf(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    return (error as Error).message;
  }
  return expect.fail('it holds');
}

describe('a contract is', () => {
  it.each([
    ['its text', text],
    ['a Contract', Contract.fromYaml(text)],
    ['a compiled one', Contract.fromYaml(text).compile()],
    ['a path', path],
    ['a path from the working directory', relative(process.cwd(), path)],
    ['a file URL', pathToFileURL(path)],
    ['a file URL as text', pathToFileURL(path).href],
  ])('%s', (_, contract) => {
    expect(good).toSatisfyContract(contract);
    expect(bad).not.toSatisfyContract(contract);
    expect(bad).toViolateContract(contract, { kind: 'range_violation', field: 'lines[1].amount' });
  });

  it('JSON text too', () => {
    expect({ id: 1 }).not.toSatisfyContract(
      '{"version":"1","name":"x","ontology":{"entities":[{"name":"id","type":"string"}]}}',
    );
  });

  it('compiled once for each path and text', () => {
    expect(loadContract(path)).toBe(loadContract(path));
    expect(loadContract(text)).toBe(loadContract(Contract.fromYaml(text).compile()));
  });

  it('read anew when its file changes', () => {
    const changing = join(folder, 'changing.yaml');
    writeFileSync(changing, text);
    expect(good).toSatisfyContract(changing);
    writeFileSync(changing, text.replace('^[a-z]+$', '^[0-9]+$'));
    expect(good).not.toSatisfyContract(changing);
  });

  it('missing or wrong: said so, with the place', () => {
    expect(() => expect(good).toSatisfyContract('nowhere.yaml')).toThrow('there is no contract nowhere.yaml');
    expect(() => expect(good).toSatisfyContract('version: 1\nname: x')).toThrow(/missing field `ontology` \(line 1/);
    const broken = join(folder, 'broken.yaml');
    writeFileSync(broken, 'name: x\n');
    expect(() => assertEvent(broken, good)).toThrow(`${broken}: the gateway refuses the contract: missing field`);
  });
});

it('an option that there is not is refused: without it, less would be asserted', () => {
  const misspelt = { feild: 'id' } as object;
  const options = [misspelt, { clock: 0 }] as object[];
  for (const option of options) {
    expect(() => expect(bad).toViolateContract(path, option)).toThrow(/^toViolateContract has no option /);
    expect(() => expect(good).toSatisfyContract(path, option)).toThrow(/^toSatisfyContract has no option /);
  }
  expect(() => expect(bad).toViolateContract(path, misspelt)).toThrow('did you mean field?');
});

describe('the message shows what the report shows', () => {
  it('toSatisfyContract', () => {
    expect(messageOf(() => expect(bad).toSatisfyContract(path))).toBe(`expected the event to satisfy orders 1.2

the event breaks ${path} (orders 1.2)

  8:17 Field 'lines[1].amount' value 0 is below minimum 1 range_violation
    8 |       "amount": 0
      |                 ^
  ${path}:12:44
    12 |           - { name: amount, type: integer, min: 1 }
`);
    expect(messageOf(() => expect(good).not.toSatisfyContract(path))).toBe(
      'expected the event to violate orders 1.2, but it satisfies it',
    );
  });

  it('toViolateContract', () => {
    expect(messageOf(() => expect(good).toViolateContract(path, { kind: 'enum_violation' }))).toBe(
      'expected the event to violate orders 1.2 (enum_violation), but it satisfies it',
    );
    const otherwise = messageOf(() => expect(bad).toViolateContract(path, { kind: 'range_violation', field: 'id' }));
    expect(otherwise).toMatch(
      /^expected the event to violate orders 1.2 \(range_violation at id\), but it does so otherwise\n/,
    );
    expect(otherwise).toContain(`Field 'lines[1].amount' value 0 is below minimum 1`);
    expect(messageOf(() => expect(bad).not.toViolateContract(path))).toMatch(
      /^expected the event not to violate orders 1.2\n\nthe event breaks/,
    );
  });

  it('assertEvent', () => {
    assertEvent(path, good);
    expect(messageOf(() => assertEvent(path, bad))).toBe(messageOf(() => expect(bad).toSatisfyContract(path)));
    expect(() => assertEvent(path, bad)).toThrow(expect.objectContaining({ code: 'ERR_ASSERTION', actual: undefined }));
  });

  it('without the values of fields that declare a PII transform', () => {
    const message = messageOf(() => expect({ ...good, email: 'bob@example.com' }).toSatisfyContract(path));
    expect(message).toContain(`Field 'email' value "****" not in allowed set`);
    expect(message).not.toContain('bob');
  });
});

describe('an event is judged as the JSON that it is sent as', () => {
  it.each<[unknown, string]>([
    [undefined, 'Event must be a JSON object'],
    [[good], 'Event must be a JSON object'],
    [{ ...good, id: new Date(0) }, 'does not match required pattern'],
    [{ ...good, lines: [{ amount: 2n ** 64n }] }, 'expected type Integer, got float'],
    [{ ...good, id: undefined }, `Required field 'id' is missing`],
  ])('%o', (event, message) => {
    expect(messageOf(() => expect(event).toSatisfyContract(text))).toContain(message);
  });

  it('a bigint is an integer, and shown as one', () => {
    expect({ ...good, lines: [{ amount: 2n ** 63n }] }).toSatisfyContract(text);
    expect(messageOf(() => expect({ id: 'A', lines: [{ amount: -(2n ** 63n) }] }).toSatisfyContract(text))).toContain(
      '"amount": -9223372036854775808',
    );
  });

  it('at a time', () => {
    expect({ ...good, ts: 1_700_000_000 }).toSatisfyContract(text, { now: 1_700_000_060 });
    expect({ ...good, ts: 1_700_000_000 }).toViolateContract(text, { now: 1_700_000_061, kind: 'freshness_violation' });
    expect({ ...good, ts: Math.floor(Date.now() / 1000) }).toSatisfyContract(text);
  });
});
