import type { Contract, ContractProblem, Field } from '../../../src/contract/contract.ts';
import type { JsonValue } from '../../../src/json-value.ts';
import { parseContract } from '../../../src/contract/parse-contract.ts';

/** The least that a contract must have, with more keys of the top level. */
export function withTop(more: string): string {
  return `${more}\nversion: 1\nname: orders\nontology: {entities: []}\n`;
}

/** A contract with one field, whose further keys stand in flow style from line 5, column 31 on. */
export function withField(more: string): string {
  return `version: "1"\nname: orders\nontology:\n  entities:\n    - {name: amount, type: any, ${more}}\n`;
}

export function accepted(text: string): Contract {
  const result = parseContract(text);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`);
  return result.contract;
}

export function refused(text: string): ContractProblem {
  const result = parseContract(text);
  if (result.ok) throw new Error('accepted');
  return result.problem;
}

export function fieldOf(text: string): Field {
  const field = accepted(text).entities[0];
  if (field === undefined) throw new Error('no field');
  return field;
}

/** The value that a YAML text stands for among the values of `enum`. */
export function enumValue(yaml: string): JsonValue | undefined {
  return fieldOf(
    `version: 1\nname: n\nontology:\n  entities:\n    - name: a\n      type: any\n      enum:\n      - ${yaml}\n`,
  ).enum?.[0];
}
