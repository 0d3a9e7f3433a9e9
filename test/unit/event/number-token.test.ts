import { describe, expect, it } from 'vitest';
import { readNumberToken } from '../../../src/event/number-token.ts';
import { Float } from '../../../src/json-value.ts';
import { Contract } from '../../../src/index.ts';
import { checkMemory } from '../../support/check-memory.ts';

describe('a number is what serde_json 1.0 makes of it, which is not always the nearest double', () => {
  it.each([
    ['980947.08501394249', 980947.0850139426],
    ['-980947.08501394249', -980947.0850139426],
    ['28691.9155627E+94', new Float(2.8691915562699997e98)],
    ['2722713551110029.94108181E42', new Float(2.7227135511100297e57)],
    ['0.195955395628E+206', new Float(1.9595539562799999e205)],
    ['0.1234567890123456789012345', 0.12345678901234568],
    ['1e-400', new Float(0)],
    ['0e99999999999', new Float(0)],
    ['-0.0', new Float(-0)],
    ['94105699011615400441272', new Float(9.410569901161539e22)],
    ['18446744073709551615', 18_446_744_073_709_551_615n],
    ['-9223372036854775809', new Float(-9_223_372_036_854_775_808)],
    // The digit behind the point takes the place of the last one before it, which a u64 has no room for.
    ['18446744073709551619.3', new Float(18_446_744_073_709_552_000)],
    ['1e309', undefined],
    ['1e99999999999', undefined],
    ['1e-99999999999', new Float(0)],
  ])('%s', (token, value) => {
    expect(readNumberToken(token)).toEqual(value);
  });
});

describe('what a violation quotes', () => {
  const text = 'version: "1"\nname: t\nontology: { entities: [{ name: a, type: float, max: 1 }] }\n';
  const message = "Field 'a' value 980947.0850139426 exceeds maximum 1";
  const event = '{"a": 980947.08501394249}';

  it('is the gateway’s number to the last digit, in the library', () => {
    const contract = Contract.fromYaml(text).compile();
    for (const result of [contract.validateJson(event), ...contract.validateBatchJson([event])]) {
      expect(result.violations).toMatchObject([{ message }]);
    }
  });

  it.each(['x.json', 'x.ndjson', 'x.yaml'])('and in %s', async (file) => {
    const mapping = 'version: 1\nmappings: [{ files: "x.*", contract: t.yaml }]\n';
    const report = await checkMemory({ 'contractgate-hook.yaml': mapping, 't.yaml': text, [file]: `${event}\n` });
    expect(report.checks[0]?.violations).toMatchObject([{ message }]);
  });
});
