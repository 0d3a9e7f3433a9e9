import { describe, expect, it } from 'vitest';
import { displayNumber, jsonFloatText } from '../../../src/validation/number-text.ts';

describe('numbers as Rust writes them', () => {
  it.each([
    [100, '100', '100.0'],
    [0.1, '0.1', '0.1'],
    [-0, '-0', '-0.0'],
    [1e15, '1000000000000000', '1000000000000000.0'],
    [1e16, '10000000000000000', '1e+16'],
    [1e21, '1000000000000000000000', '1e+21'],
    [1.5e300, `15${'0'.repeat(299)}`, '1.5e+300'],
    [1.2345678901234567e19, '12345678901234567000', '1.2345678901234567e+19'],
    [0.00001234, '0.00001234', '0.00001234'],
    [1e-6, '0.000001', '1e-6'],
    [123456789.123e-15, '0.000000123456789123', '1.23456789123e-7'],
    [-2.5e-7, '-0.00000025', '-2.5e-7'],
  ])('%d', (value, displayed, json) => {
    expect(displayNumber(value)).toBe(displayed);
    expect(jsonFloatText(value)).toBe(json);
  });

  it.each([
    [708161.59033203125, '708161.5903320313', '708161.5903320312'],
    [-192004.684814453125, '-192004.68481445313', '-192004.68481445312'],
    [2 ** -44, '0.00000000000005684341886080802', '5.684341886080802e-14'],
  ])('%d, as near to one text of so many digits as to another', (value, displayed, json) => {
    expect(displayNumber(value)).toBe(displayed);
    expect(jsonFloatText(value)).toBe(json);
  });

  it('writes infinities and NaN, which a contract may have as bounds', () => {
    expect([Infinity, -Infinity, Number.NaN].map(displayNumber)).toEqual(['inf', '-inf', 'NaN']);
  });
});
