import type {
  Contract,
  Envelope,
  Field,
  FieldType,
  GlossaryTerm,
  KeyRanges,
  Metric,
  QualityRule,
  Transform,
} from './contract.ts';
import { json } from './decode-json.ts';
import {
  boolean,
  decode,
  float,
  list,
  oneOf,
  Reading,
  Refusal,
  rootPlace,
  text,
  unsigned,
  type Decoder,
} from './decoder.ts';
import { defaulted, option, required, struct } from './struct.ts';
import type { YamlDocument } from '../yaml/node.ts';

// The tables mirror the structs of the gateway's src/contract.rs, whose Rust names its messages show.

const transform = struct<Transform>('Transform', 'transform', {
  kind: required(oneOf({ mask: 'mask', hash: 'hash', drop: 'drop', redact: 'redact' })),
  style: option(oneOf({ opaque: 'opaque', format_preserving: 'format_preserving' })),
});

const fieldType: Decoder<FieldType> = oneOf({
  string: 'string',
  integer: 'integer',
  float: 'float',
  number: 'float',
  boolean: 'boolean',
  object: 'object',
  array: 'array',
  any: 'any',
  date: 'date',
});

const nestedField: Decoder<Field> = (node, place) => field(node, place);

const field: Decoder<Field> = struct<Field>('FieldDefinition', 'field', {
  name: required(text),
  type: required(fieldType),
  required: defaulted(boolean, true),
  pattern: option(text),
  enum: option(list(json)),
  min: option(float),
  max: option(float),
  minLength: option(unsigned('usize')),
  maxLength: option(unsigned('usize')),
  properties: option(list(nestedField)),
  items: option(nestedField),
  transform: option(transform),
});

const glossaryTerm = struct<GlossaryTerm>('GlossaryEntry', 'glossary', {
  field: required(text, 'term'),
  description: required(text, 'definition'),
  constraints: option(text),
  synonyms: option(list(text)),
});

const metric = struct<Metric>('MetricDefinition', 'metric', {
  name: required(text),
  field: option(text),
  type: option(oneOf({ integer: 'integer', float: 'float' })),
  formula: option(text),
  min: option(float),
  max: option(float),
});

const qualityRule = struct<QualityRule>('QualityRule', 'quality', {
  field: required(text),
  type: required(
    oneOf({
      completeness: 'completeness',
      validity: 'validity',
      freshness: 'freshness',
      uniqueness: 'uniqueness',
    }),
  ),
  description: option(text),
  maxAgeSeconds: option(unsigned('u64')),
  scope: option(oneOf({ batch: 'batch' })),
  threshold: option(float),
});

const envelope = struct<Envelope>('EnvelopeConfig', 'envelope', {
  recordsPath: required(text),
  validateWrapper: defaulted(boolean, false),
});

interface Ontology {
  readonly entities: readonly Field[];
  readonly at: KeyRanges;
}

const ontology = struct<Ontology>('Ontology', 'ontology', { entities: required(list(field)) });

type WrittenContract = Omit<Contract, 'entities' | 'unknownKeys'> & { readonly ontology: Ontology };

const contract = struct<WrittenContract>('Contract', 'contract', {
  version: required(text),
  name: required(text),
  description: option(text),
  complianceMode: defaulted(boolean, false),
  ontology: required(ontology),
  glossary: defaulted(list(glossaryTerm), []),
  metrics: defaulted(list(metric), []),
  quality: defaulted(list(qualityRule), []),
  egressLeakageMode: defaulted(oneOf({ off: 'off', strip: 'strip', fail: 'fail' }), 'off'),
  envelope: option(envelope),
  nullAsAbsent: defaulted(boolean, false),
});

/** `serde_yaml::from_str::<Contract>`, from the document on. */
export function decodeContract(document: YamlDocument): Contract | Refusal {
  const reading = new Reading(document);
  const written = decode(contract, document.root, rootPlace(reading));
  if (written instanceof Refusal) return written;
  const { ontology: ontologyOf, ...rest } = written;
  return { ...rest, entities: ontologyOf.entities, unknownKeys: reading.unknownKeys };
}
