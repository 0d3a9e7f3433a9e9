import type { Position } from '../json-value.ts';
import type { YamlContent } from '../yaml/node.ts';
import { listOf, nodeText, oneOf, record, scalarValue, sequence, string } from './decoder.ts';
import type { Context, Decoder } from './decoder.ts';
import { globExpression, refuseGlob, refuseBaseline, refuseTemplate } from './glob.ts';
import type { Freshness, Mapping, MappingConfig } from './mapping.ts';

/** The kinds that an `expect: fail` mapping may ask for: the gateway's, and ours for a fixture that is not valid JSON. */
const violationKinds = [
  'missing_required_field',
  'type_mismatch',
  'pattern_mismatch',
  'enum_violation',
  'range_violation',
  'length_violation',
  'metric_range_violation',
  'undeclared_field',
  'completeness_violation',
  'freshness_violation',
  'uniqueness_violation',
  'invalid_json',
  'missing_event',
] as const;

const glob = string('a glob', refuseGlob);
const globs = listOf(glob);

/** A day, or a time with its zone: without one it would mean another time on each machine. */
const isoTime =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d))?$/;

const freshness: Decoder<Freshness> = (node, context) => {
  const text = string('`skip`, `now` or an ISO time')(node, context);
  if (text === undefined || text === 'skip' || text === 'now') return text;
  if (isoTime.test(text)) return Math.floor(Date.parse(text) / 1000);
  const message = `expected \`skip\`, \`now\` or an ISO time, got \`${text}\``;
  return context.complain(message, node, 'for example 2026-01-31T00:00:00Z');
};

const units: { readonly [unit: string]: number } = { '': 1, B: 1, KB: 1e3, MB: 1e6, GB: 1e9 };

const size: Decoder<number> = (node, { complain }) => {
  const text = String(scalarValue(node) ?? '');
  const [, amount, unit = ''] = /^(\d{1,15})\s*([KMG]?B)?$/i.exec(text.trim()) ?? [];
  const factor = units[unit.toUpperCase()];
  if (amount !== undefined && factor !== undefined) return Number(amount) * factor;
  return complain(`expected a size such as \`100 MB\`, got ${nodeText(node)}`, node, 'the units are B, KB, MB and GB');
};

const mapping = record('a mapping', {
  files: { decode: globs, required: true },
  exclude: { decode: globs },
  contract: { decode: listOf(string('the path of a contract', refuseTemplate)), required: true },
  resolution: { decode: oneOf(['strict', 'fallback']) },
  expect: { decode: oneOf(['pass', 'fail']) },
  kinds: { decode: listOf(oneOf(violationKinds)) },
  fields: { decode: listOf(string('a field')) },
  format: { decode: oneOf(['json', 'ndjson', 'yaml'], { jsonl: 'ndjson', yml: 'yaml' }) },
  select: { decode: string('a JSON Pointer', refusePointer) },
});

function refusePointer(text: string): string | undefined {
  if (text.startsWith('/')) return undefined;
  // JSONPath, or a name alone.
  const steps = text.replace(/^\$/, '').split(/[.[\]'"]+/);
  const pointer = steps.filter((step) => step !== '').join('/');
  const instead = pointer === '' ? 'leave it out for the whole document' : `write \`/${pointer}\``;
  return `expected a JSON Pointer, got \`${text}\`; ${instead}`;
}

const defaultMaxFileSize = 100e6;
const defaultBaseline = 'contractgate-hook.baseline.ndjson';

/** The whole mapping file. Undefined after complaints. */
export function decodeConfig(
  root: YamlContent,
  context: Context,
  positionOf: (node: YamlContent) => Position,
): MappingConfig | undefined {
  const located: Decoder<Mapping> = (node) => {
    const decoded = mapping(node, context);
    if (decoded === undefined || node.kind !== 'mapping') return undefined;
    const { files = [], exclude = [], contract = [], resolution = 'strict', expect = 'pass', ...rest } = decoded;
    if (expect === 'pass' && (rest.kinds ?? rest.fields) !== undefined) {
      return context.complain('`kinds` and `fields` need `expect: fail`', node);
    }
    const [, contractNode = node] =
      node.entries.find(([key]) => key.kind === 'scalar' && key.text === 'contract') ?? [];
    const at = positionOf(node);
    const contractAt = positionOf(context.follow(contractNode));
    return { files, exclude, contracts: contract, resolution, expect, ...rest, at, contractAt };
  };
  const file = record('the mapping file', {
    version: { decode: oneOf([1]), required: true },
    mappings: { decode: sequence(located, 'mappings'), required: true },
    freshness: { decode: freshness },
    contracts: { decode: globs },
    fixtures: { decode: globs },
    unmapped: { decode: oneOf(['ignore', 'warn', 'error']) },
    baseline: { decode: string('the path of the baseline', refuseBaseline) },
    maxFileSize: { decode: size },
  })(root, context);
  if (file === undefined) return undefined;
  const { mappings = [], contracts = [], fixtures = [] } = file;
  const used = [...contracts, ...fixtures, ...mappings.flatMap(({ files, exclude }) => [...files, ...exclude])];
  return {
    mappings,
    freshness: file.freshness ?? 'skip',
    contracts,
    fixtures,
    unmapped: file.unmapped ?? 'ignore',
    baseline: file.baseline ?? defaultBaseline,
    maxFileSize: file.maxFileSize ?? defaultMaxFileSize,
    expressions: Object.fromEntries(used.map((each) => [each, globExpression(each)])),
  };
}
