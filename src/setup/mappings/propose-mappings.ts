import type { LoadedContract } from '../../check/load-contracts.ts';
import type { GlobMatcher } from '../../mapping/expression-matcher.ts';
import { globMatcher } from '../../mapping/glob.ts';
import { templateFiller } from '../../mapping/template.ts';
import type { RepoPath } from '../../snapshot/snapshot.ts';
import type { Sample } from './find-fixtures.ts';

/** A mapping to write. */
export interface ProposedMapping {
  readonly files: string;
  readonly exclude?: string | undefined;
  readonly contract: string;
  readonly expectsFailure: boolean;
}

/**
 * Mappings for the samples: with wildcards where these, over every file that there is, lead to the contracts that the samples
 * belong to; else one for each contract, or each file. Negative ones first, since the first that matches decides.
 */
export function proposeMappings(
  samples: readonly Sample[],
  contracts: readonly LoadedContract[],
  paths: readonly RepoPath[],
): readonly ProposedMapping[] {
  const general = new Map<string, { readonly mapping: ProposedMapping; readonly samples: Sample[] }>();
  for (const sample of samples) {
    const mapping = generalMapping(sample);
    const key = JSON.stringify(mapping);
    const group = general.get(key) ?? { mapping, samples: [] };
    general.set(key, group);
    group.samples.push(sample);
  }
  const known = new Set(contracts.map(({ path }) => path));
  const wanted = new Map(samples.map(({ file, contract }) => [file, contract.path]));
  const proposed: ProposedMapping[] = [];
  let open = paths;
  const accept = (mapping: ProposedMapping): void => {
    proposed.push(mapping);
    const decides = matcherOf(mapping);
    open = open.filter((path) => decides(path) === undefined);
  };
  const groups = [...general.values()].toSorted((left, right) => inOrder(left.mapping, right.mapping));
  for (const { mapping, samples: group } of groups) {
    // One that is missed among the negative ones would be taken for a good one.
    const whole = withoutContracts(withFormats(mapping, mapping.expectsFailure ? samples : group), known);
    if (isRight(whole, wanted, known, open)) {
      accept(whole);
      continue;
    }
    for (const sample of group) {
      const candidates = particularMappings(sample).map((one) => withoutContracts(withFormats(one, [sample]), known));
      const right = candidates.find((one) => isRight(one, wanted, known, open)) ?? candidates.at(-1);
      if (right !== undefined && open.includes(sample.file)) accept(right);
    }
  }
  return proposed.toSorted(inOrder);
}

/** Of globs that begin alike, the one with more dots first: `*.*.json` is in `*.json` too. */
function inOrder(left: ProposedMapping, right: ProposedMapping): number {
  return rank(left) - rank(right) || (left.files < right.files ? -1 : 1);
}

/** Negative ones, then those for files by name, then those with wildcards. */
function rank({ expectsFailure, contract }: ProposedMapping): number {
  return (expectsFailure ? 0 : 2) + (contract.includes('$1') ? 1 : 0);
}

const negative =
  /^(invalid|negative|bad|broken|fail(s|ing|ed|ures?)?|wrong|rejected|quarantined?|violations?|errors?)$/i;

/** Stands for the extensions until they are known. */
const formats = '{formats}';

/** `fixtures/user_events/web/a.json` under `contracts/user_events.yaml`: `fixtures/∗/∗∗` under `contracts/$1.yaml`. */
function generalMapping(sample: Sample): ProposedMapping {
  const { file, affinity } = sample;
  const [particular = wholeFile(sample)] = particularMappings(sample);
  if (affinity === undefined || affinity.kind === 'like') return particular;
  const { key, step, kind } = affinity;
  const steps = file.split('/');
  const contract = `${key.before}$1${key.after}`;
  const before = steps.slice(0, step).map(escapeGlob);
  if (kind === 'folder') {
    const { inside, expectsFailure } = tailOf(steps, step + 1);
    return { files: [...before, '*', ...inside].join('/'), contract, expectsFailure };
  }
  const name = (steps.at(-1) ?? '').split('.').length > 2 ? `*.*.${formats}` : `*.${formats}`;
  return { files: [...before, name].join('/'), contract, expectsFailure: before.some((one) => negative.test(one)) };
}

/** The same without a wildcard for the contract, the most general first. */
function particularMappings(sample: Sample): readonly ProposedMapping[] {
  const { file, contract, affinity } = sample;
  const steps = file.split('/');
  const folders = steps.slice(0, -1).map(escapeGlob);
  const to = (files: readonly string[], expectsFailure: boolean) => ({
    files: files.join('/'),
    contract: contract.path,
    expectsFailure,
  });
  if (affinity !== undefined && affinity.step < steps.length - 1) {
    const { inside, expectsFailure } = tailOf(steps, affinity.step + 1);
    return [to([...folders.slice(0, affinity.step + 1), ...inside], expectsFailure), wholeFile(sample)];
  }
  const begin = beginning(steps.at(-1) ?? '', affinity?.key.word ?? '');
  const expectsFailure = folders.some((one) => negative.test(one));
  return [
    ...(folders.length > 0 && affinity === undefined ? [to([...folders, `*.${formats}`], expectsFailure)] : []),
    ...(begin === undefined ? [] : [to([...folders, `${escapeGlob(begin)}*.${formats}`], expectsFailure)]),
    wholeFile(sample),
  ];
}

/** `click-` of `click-1.json`, for the word `click`. */
function beginning(name: string, word: string): string | undefined {
  const rest = name.slice(word.length + 1);
  const isBegun = word !== '' && name.startsWith(word) && /[._-]/.test(name.charAt(word.length)) && rest.includes('.');
  return isBegun ? name.slice(0, word.length + 1) : undefined;
}

function wholeFile({ file, contract }: Sample): ProposedMapping {
  const expectsFailure = file.split('/').some((one) => negative.test(one));
  return { files: escapeGlob(file), contract: contract.path, expectsFailure };
}

/** What of the path comes from a step on: everything, or what is in a folder for events that are meant to fail. */
function tailOf(
  steps: readonly string[],
  from: number,
): { readonly inside: readonly string[]; readonly expectsFailure: boolean } {
  const before = steps.slice(0, from).some((step) => negative.test(step));
  const at = steps.slice(from, -1).findIndex((step) => negative.test(step));
  if (at !== -1) return { inside: [...steps.slice(from, from + at + 1), '**', `*.${formats}`], expectsFailure: true };
  const [, marked] = /\.([^.]+)\.[^.]+$/.exec(steps.at(-1) ?? '') ?? [];
  if (marked !== undefined && negative.test(marked))
    return { inside: ['**', `*.${marked}.${formats}`], expectsFailure: true };
  return { inside: ['**', `*.${formats}`], expectsFailure: before };
}

function withFormats(mapping: ProposedMapping, samples: readonly Sample[]): ProposedMapping {
  const isYaml = samples.some(({ file }) => /\.ya?ml$/i.test(file));
  return {
    ...mapping,
    files: mapping.files.replace(formats, isYaml ? '{json,ndjson,jsonl,yaml,yml}' : '{json,ndjson,jsonl}'),
  };
}

/** Contracts that stand among the fixtures are none. */
function withoutContracts(mapping: ProposedMapping, contracts: ReadonlySet<RepoPath>): ProposedMapping {
  const matches = globMatcher(mapping.files);
  const inside = [...contracts].find((path) => matches(path) !== undefined);
  if (inside === undefined) return mapping;
  const folder = escapeGlob(inside.slice(0, inside.lastIndexOf('/') + 1));
  return { ...mapping, exclude: folder === '' ? escapeGlob(inside) : `${folder}**` };
}

/**
 * Whether a mapping leads every file that it matches to a contract that exists, and every sample to its own. Without a
 * wildcard for the contract, what it matches must all be samples of that contract, lest it take in files that are none.
 */
function isRight(
  { files, exclude, contract }: ProposedMapping,
  wanted: ReadonlyMap<RepoPath, RepoPath>,
  contracts: ReadonlySet<RepoPath>,
  paths: readonly RepoPath[],
): boolean {
  const matches = matcherOf({ files, exclude });
  const fill = templateFiller(contract);
  const isGeneral = contract.includes('$1');
  return paths.every((path) => {
    const captures = matches(path);
    if (captures === undefined) return true;
    const filled = fill(captures);
    if (filled === undefined || !contracts.has(filled)) return false;
    const own = wanted.get(path);
    return own === undefined ? isGeneral || files.includes('**') : own === filled;
  });
}

function matcherOf({ files, exclude }: Pick<ProposedMapping, 'files' | 'exclude'>): GlobMatcher {
  const matches = globMatcher(files);
  const excluded = exclude === undefined ? undefined : globMatcher(exclude);
  return (path) => (excluded?.(path) === undefined ? matches(path) : undefined);
}

/** `?` for what a glob would take for its own. */
function escapeGlob(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@|]|^\s|\s$/g, '?');
}
