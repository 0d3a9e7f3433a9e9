import type { Rules } from './rule.ts';
import { boundRules } from './rules/bounds.ts';
import { constraintRules } from './rules/constraints.ts';
import { enumRules } from './rules/enum.ts';
import { itemRules } from './rules/items.ts';
import { keyRules } from './rules/keys.ts';
import { metricRules } from './rules/metrics.ts';
import { nameRules } from './rules/names.ts';
import { patternRules } from './rules/patterns.ts';
import { qualityRules } from './rules/quality.ts';
import { transformRules } from './rules/transforms.ts';

/** Every rule by its name, which is stable: reports, `--explain` and what people write about them rely on it. */
export const rules: Rules = {
  ...keyRules,
  ...nameRules,
  ...constraintRules,
  ...itemRules,
  ...boundRules,
  ...enumRules,
  ...patternRules,
  ...transformRules,
  ...metricRules,
  ...qualityRules,
};
