import type { ContractMapping } from '../contract/contract.ts';
import { nearest } from '../nearest.ts';

interface Keys {
  /** The mapping in a sentence. */
  readonly noun: string;
  readonly known: readonly string[];
  /** What other formats call a key, in lower case and without separators. */
  readonly synonyms: Readonly<Record<string, string>>;
}

const bounds = {
  minimum: 'min',
  minvalue: 'min',
  gte: 'min',
  maximum: 'max',
  maxvalue: 'max',
  lte: 'max',
};

/** What each mapping of a contract may hold. */
const keys: { readonly [mapping in ContractMapping]: Keys } = {
  contract: {
    noun: 'a contract',
    known: [
      'version',
      'name',
      'description',
      'compliance_mode',
      'ontology',
      'glossary',
      'metrics',
      'quality',
      'egress_leakage_mode',
      'envelope',
      'null_as_absent',
    ],
    synonyms: {
      schema: 'ontology',
      fields: 'ontology',
      properties: 'ontology',
      strict: 'compliance_mode',
      additionalproperties: 'compliance_mode',
      qualityrules: 'quality',
      terms: 'glossary',
    },
  },
  ontology: { noun: 'the ontology', known: ['entities'], synonyms: { fields: 'entities', properties: 'entities' } },
  field: {
    noun: 'a field',
    known: [
      'name',
      'type',
      'required',
      'pattern',
      'enum',
      'min',
      'max',
      'min_length',
      'max_length',
      'properties',
      'items',
      'transform',
    ],
    synonyms: {
      ...bounds,
      minlen: 'min_length',
      maxlen: 'max_length',
      fieldtype: 'type',
      datatype: 'type',
      dtype: 'type',
      allowedvalues: 'enum',
      allowed: 'enum',
      values: 'enum',
      oneof: 'enum',
      choices: 'enum',
      const: 'enum',
      regex: 'pattern',
      regexp: 'pattern',
      fields: 'properties',
      entities: 'properties',
      children: 'properties',
      element: 'items',
      elements: 'items',
      optional: 'required',
      nullable: 'required',
      mandatory: 'required',
      pii: 'transform',
    },
  },
  transform: { noun: 'a transform', known: ['kind', 'style'], synonyms: { type: 'kind', method: 'kind' } },
  glossary: {
    noun: 'a glossary term',
    known: ['field', 'term', 'description', 'definition', 'constraints', 'synonyms'],
    synonyms: { name: 'term', aliases: 'synonyms' },
  },
  metric: {
    noun: 'a metric',
    known: ['name', 'field', 'type', 'formula', 'min', 'max'],
    synonyms: { ...bounds, path: 'field', expression: 'formula', metrictype: 'type' },
  },
  quality: {
    noun: 'a quality rule',
    known: ['field', 'type', 'description', 'max_age_seconds', 'scope', 'threshold'],
    synonyms: { path: 'field', column: 'field', ruletype: 'type', rule: 'type', kind: 'type' },
  },
  envelope: {
    noun: 'an envelope',
    known: ['records_path', 'validate_wrapper'],
    synonyms: { path: 'records_path', records: 'records_path' },
  },
};

/** A mapping of a contract in a sentence. */
export function nounOf(mapping: ContractMapping): string {
  return keys[mapping].noun;
}

/** Beyond this a key is no misspelling. */
const longestKey = 40;

/** The key that was meant, by what other formats call it or by its spelling. */
export function intendedKey(key: string, mapping: ContractMapping): string | undefined {
  const { known, synonyms } = keys[mapping];
  const plain = key.toLowerCase().replace(/[^a-z]/g, '');
  const synonym = Object.hasOwn(synonyms, plain) ? synonyms[plain] : undefined;
  const spelling = key.length > longestKey ? undefined : nearest(key, known);
  return synonym ?? known.find((name) => name.replaceAll('_', '') === plain) ?? spelling;
}

/** The mapping that a key belongs into, where only one has it. */
export function homeOf(key: string): string | undefined {
  const homes = Object.values(keys).filter(({ known }) => known.includes(key));
  return homes.length === 1 ? homes[0]?.noun : undefined;
}
