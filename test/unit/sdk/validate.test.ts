import { describe, expect, it } from 'vitest';
import { Contract, ContractCompileError, ContractGateError, InvalidJsonError } from '../../../src/index.ts';

function compile(entities: string, more = ''): ReturnType<Contract['compile']> {
  return Contract.fromYaml(`version: "1"\nname: t\nontology:\n  entities:\n${entities}\n${more}`).compile();
}

class Account {
  readonly #id = 1;
  get id(): number {
    return this.#id;
  }
}

describe('validate judges what JSON.stringify would send', () => {
  const contract = compile(`
    - { name: text, type: string, required: false }
    - { name: number, type: float, required: false }
    - { name: integer, type: integer, required: false }
    - { name: object, type: object, required: false, properties: [{ name: id, type: integer }] }
    - { name: list, type: array, required: false, items: { name: item, type: integer } }
    - { name: anything, type: any }
`);
  const kinds = (event: unknown) => contract.validate(event).violations.map(({ field, kind }) => `${field} ${kind}`);

  it.each<[string, object, string[]]>([
    ['a Date is its text', { text: new Date(0), anything: 1 }, []],
    ['a Date is no object', { object: new Date(0), anything: 1 }, ['object type_mismatch']],
    ['undefined is absent', { text: undefined, anything: undefined }, ['anything missing_required_field']],
    ['a function is absent', { anything: () => 1 }, ['anything missing_required_field']],
    ['NaN is null', { number: Number.NaN, anything: Number.NaN }, ['number type_mismatch']],
    ['undefined in a list is null', { list: [1, undefined], anything: 1 }, ['list[1] type_mismatch']],
    [
      'an accessor of a class is not sent',
      { object: new Account(), anything: 1 },
      ['object.id missing_required_field'],
    ],
    ['a Map is sent empty', { object: new Map([['id', 1]]), anything: 1 }, ['object.id missing_required_field']],
    ['a bigint is an integer', { integer: 2n ** 63n, anything: 1 }, []],
    ['an integer beyond u64 is a float', { integer: 2 ** 64, number: 2 ** 64, anything: 1 }, ['integer type_mismatch']],
    ['1e21 is a float', { integer: 1e21, anything: 1 }, ['integer type_mismatch']],
    ['-0 is sent as 0', { integer: -0, anything: 1 }, []],
    [
      'an object without a prototype is one',
      { object: Object.assign(Object.create(null), { id: 1 }), anything: 1 },
      [],
    ],
    ['boxed values are unboxed', { text: Object('x'), number: Object(1), anything: 1 }, []],
  ])('%s', (_, event, expected) => {
    expect(kinds(event)).toEqual(expected);
  });

  it('refuses what contains itself', () => {
    const loop: { anything?: unknown; text: number } = { text: 1 };
    loop.anything = loop;
    expect(() => contract.validate(loop)).toThrow(TypeError);
  });
});

describe('the order of violations', () => {
  const contract = compile(
    '    - { name: a, type: integer }\n    - { name: b, type: integer }\n    - { name: a, type: string }\n    - { name: toString, type: string }',
    'compliance_mode: true\n',
  );

  it("is the contract's, whatever the order of the event", () => {
    const fields = (text: string) =>
      contract.validateJson(text).violations.map(({ field, kind }) => `${field} ${kind}`);
    const expected = ['b type_mismatch', 'a type_mismatch', 'toString missing_required_field', '😀 undeclared_field'];
    expect(fields('{"\\ud83d\\ude00":1,"b":"x","a":1}')).toEqual(expected);
    expect(fields('{"a":1,"b":"x","\\ud83d\\ude00":1}')).toEqual(expected);
  });
});

describe('the errors', () => {
  it('tell where a contract is refused', () => {
    const error = thrownBy(() => compile('    - { name: a, type: int }'));
    expect(error).toBeInstanceOf(ContractCompileError);
    expect(error).toMatchObject({ line: 5, column: 24 });
  });

  it('tell where JSON is refused', () => {
    const error = thrownBy(() => compile('    []').validateJson('{\n"a":01}'));
    expect(error).toBeInstanceOf(InvalidJsonError);
    expect(error).toBeInstanceOf(ContractGateError);
    expect(error).toMatchObject({ name: 'InvalidJsonError', line: 2 });
  });

  it('tell that there is no envelope', () => {
    expect(() => compile('    []').validateEnvelope({})).toThrow(/declares no envelope/);
  });
});

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('the clock', () => {
  const contract = compile(
    '    - { name: at, type: integer }',
    'quality:\n  - { field: at, type: freshness, max_age_seconds: 60 }\n',
  );

  it("may be given, in Unix seconds, or is the machine's", () => {
    expect(contract.validate({ at: 1000 }, { now: 1060.9 }).passed).toBe(true);
    expect(contract.validate({ at: 1000 }, { now: 1061 }).passed).toBe(false);
    expect(contract.validate({ at: Math.floor(Date.now() / 1000) - 5 }).passed).toBe(true);
  });
});

describe('validationUs', () => {
  const contract = compile('    - { name: list, type: array, items: { name: item, type: integer } }');

  it('is of whole microseconds, of the same size for the first events as for later ones', () => {
    const event = { list: Array.from({ length: 20_000 }, (_, index) => index) };
    const readings = Array.from({ length: 130 }, () => contract.validate(event).validationUs);
    for (const reading of readings) {
      expect(reading).toSatisfy(Number.isInteger);
      // No engine looks at 20,000 integers in a microsecond.
      expect(reading).toBeGreaterThan(1);
    }
  });

  it('is whole for events that take less than one', () => {
    const readings = Array.from({ length: 1000 }, () => contract.validate({ list: [] }).validationUs);
    expect(readings.every(Number.isInteger)).toBe(true);
  });
});
