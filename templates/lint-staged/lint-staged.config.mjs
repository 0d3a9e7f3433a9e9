import { lintStaged } from 'contractgate-hook/lint-staged';

// Contracts and the mapping file are YAML or JSON: a change of one has its fixtures checked.
export default {
  '*.{json,ndjson,jsonl,yaml,yml}': lintStaged(), // or the command, in a process of its own: 'contractgate-hook'
};
