import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, writeJson } from '../../../src/gateway/json.ts';

describe('writeJson', () => {
  it('is JSON.stringify wherever that has a text', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => writeJson(value) === JSON.stringify(value)));
  });

  it.each<[unknown, string]>([
    [
      { id: 2n ** 63n, list: [1n, { x: -5n }], at: new Date(0) },
      '{"at":"1970-01-01T00:00:00.000Z","id":9223372036854775808,"list":[1,{"x":-5}]}',
    ],
    [10n ** 20n, '1e+20'],
    [[undefined, Number.NaN], '[null,null]'],
  ])('%o', (value, text) => {
    expect(writeJson(value)).toBe(text);
  });

  it.each([undefined, () => 1, Symbol('x')])('refuses %s', (value) => {
    expect(() => writeJson(value)).toThrow(/is not JSON/);
  });
});

describe('parseJson', () => {
  it('is JSON.parse wherever numbers fit', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!hasUnsafeInteger(value));
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    [
      '{"id":9007199254740993,"f":1.0,"g":[1e2,-0.0],"s":"1234567890123456"}',
      { id: 9007199254740993n, f: 1, g: [100, -0], s: '1234567890123456' },
    ],
    ['[1234567890123456]', [1234567890123456]],
    ['{"__proto__":{"x":1234567890123456789}}', JSON.parse('{"__proto__":{"x":0}}')],
  ])('%s', (text, value) => {
    const parsed = parseJson(text);
    if (text.includes('__proto__')) expect(Object.keys(parsed as object)).toEqual(['__proto__']);
    else expect(parsed).toEqual(value);
  });

  it('reads what stands around an event of the greatest depth', () => {
    const deep = `${'['.repeat(127)}${']'.repeat(127)}`;
    expect(() => parseJson(`{"results":[{"event":${deep},"id":1234567890123456789}]}`)).not.toThrow();
    expect(() => parseJson('{"id":1234567890123456789')).toThrow(SyntaxError);
  });
});

function hasUnsafeInteger(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasUnsafeInteger);
}
