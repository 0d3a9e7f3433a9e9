import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MappingConfig } from '../../../src/mapping/mapping.ts';
import { parseConfig } from '../../../src/mapping/parse-config.ts';
import { matchMappings } from '../../../src/mapping/plan.ts';
import { weighMappings } from '../../../src/mapping/weigh-mappings.ts';

function configOf(mappings: readonly object[]): MappingConfig {
  const result = parseConfig(JSON.stringify({ version: 1, mappings }), 'm.json');
  if (!result?.ok) throw new Error('the mapping file is not valid');
  return result.config;
}

describe('weighing mappings', () => {
  it('says which decides, and why each other does not', () => {
    const config = configOf([
      { files: 'b/**', contract: 'c' },
      { files: 'a/**', exclude: '**/draft/**', contract: 'c' },
      { files: ['x', 'a/*/*.json'], contract: 'c/$1.yaml' },
      { files: '**', contract: 'c' },
    ]);
    expect(weighMappings(config, 'a/draft/e.json')).toMatchObject([
      { outcome: 'no-match' },
      { outcome: 'excluded', glob: '**/draft/**' },
      { outcome: 'decides', glob: 'a/*/*.json', captures: ['draft', 'e'] },
      { outcome: 'late', glob: '**' },
    ]);
  });

  it('agrees with the plan of a run', () => {
    const names = fc.constantFrom('a', 'b', 'c.json', 'd.json');
    const globs = fc.array(fc.constantFrom('a/*', 'b/**', '**/*.json', 'a/b/**', '*'), { minLength: 1, maxLength: 2 });
    const mappings = fc.array(
      fc.record({ files: globs, exclude: globs, contract: fc.constant('c') }, { requiredKeys: ['files', 'contract'] }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(mappings, fc.array(names, { minLength: 1, maxLength: 3 }), (list, steps) => {
        const config = configOf(list);
        const path = steps.join('/');
        const decides = weighMappings(config, path).find(({ outcome }) => outcome === 'decides');
        expect(decides?.mapping).toBe(matchMappings(config)(path)?.mapping);
      }),
    );
  });
});
