import type { TemporaryRepository } from '../temporary-repository.ts';

/** Input that the tool cannot judge, or that is no event at all. */
export interface BadInput {
  readonly title: string;
  /** What is staged besides `BASE`; null removes a file. */
  readonly files?: Readonly<Record<string, string | Buffer | null>>;
  /** Whatever else has to be done to the repository. */
  readonly prepare?: (repository: TemporaryRepository) => void;
  readonly args?: readonly string[];
  /** What the tool is started with instead of the repository's environment. */
  readonly environment?: (repository: TemporaryRepository) => Readonly<Record<string, string>>;
  readonly exitCode: 0 | 1 | 2;
  /** What a person reads, in this order. */
  readonly says: readonly string[];
  /** What is in the JSON report. */
  readonly report: {
    readonly problems?: readonly object[];
    readonly checks?: readonly object[];
  };
}

export const MAPPING = `version: 1
mappings:
  - files: fixtures/*/**
    contract: contracts/$1.yaml
`;

export const CONTRACT = `version: "1.0"
name: event
ontology:
  entities:
    - name: id
      type: integer
`;

/** The repository in which the bad input turns up. */
export const BASE = {
  'contractgate-hook.yaml': MAPPING,
  'contracts/event.yaml': CONTRACT,
  'contracts/other.yaml': CONTRACT.replace('name: event', 'name: other'),
};

export const GOOD = '{"id":1}\n';
export const BAD = '{"id":"one"}\n';

/** A check of another contract's fixture, which goes on whatever is wrong elsewhere. */
export const OTHER = {
  'fixtures/other/bad.json': BAD,
} as const;
export const OTHER_CHECK = {
  file: 'fixtures/other/bad.json',
  contract: 'contracts/other.yaml',
  contractName: 'other',
  passed: false,
  violations: [{ field: 'id', kind: 'type_mismatch', line: 1, column: 7 }],
};
