import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { insertYaml } from '../../../src/setup/hooks/yaml-insert.ts';

const add = (text: string): string | undefined => insertYaml(text, ['a', 'b'], { x: 1 }, ['- x: 1']);

describe('inserting into YAML', () => {
  it('keeps every byte of what is there', () => {
    expect(add('# one\na:\n    b:\n    -   y: "2" # two\n\n# three\nc: 1')).toBe(
      '# one\na:\n    b:\n    -   y: "2" # two\n    - x: 1\n\n# three\nc: 1',
    );
    expect(add('a:\n  b:\n  - y: |\n      text\n\n')).toBe('a:\n  b:\n  - y: |\n      text\n  - x: 1\n\n');
    expect(add('a: { b: [1] }')).toBeUndefined();
    expect(add('a:\n  b: []')).toBeUndefined();
    expect(add('a:\n  c: 1')).toBeUndefined();
    expect(add('a: [')).toBeUndefined();
  });

  it('says what was said and the entry, or nothing', () => {
    const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant('line\nline\n'));
    const item = fc.oneof(scalar, fc.dictionary(fc.constantFrom('k', 'l'), scalar), fc.array(scalar, { maxLength: 2 }));
    let inserted = 0;
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        (b, indent, indentSeq) => {
          const text = stringify({ z: 1, a: { b }, y: [2] }, { indent, indentSeq });
          const after = add(text);
          if (after === undefined) return;
          inserted++;
          expect(parse(after)).toEqual({ z: 1, a: { b: [...b, { x: 1 }] }, y: [2] });
        },
      ),
    );
    expect(inserted).toBeGreaterThan(50);
  });
});
