import type { ParsedFiles } from '../cache/parsed-files.ts';
import type { MappingConfig } from '../mapping/mapping.ts';
import type { ConfigResult } from '../mapping/parse-config.ts';
import type { Problem } from '../problem.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { mostBytes } from './load-contracts.ts';
import { notUtf8Problem } from './not-utf8.ts';

/** Where the mapping file is looked for, in this order. */
const configPaths = ['contractgate-hook.yaml', 'contractgate-hook.yml', 'contractgate-hook.json'] as const;

const packagePath = 'package.json';
const packageKey = 'contractgate-hook';

export type LoadedConfig =
  | { readonly ok: true; readonly config: MappingConfig; readonly path: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The mapping file of a snapshot: `path`, or the one of the usual places that holds one. It is parsed where no earlier run has
 * left in `parsed` what it says.
 */
export async function loadConfig(
  snapshot: Snapshot,
  path: string | undefined,
  parsed?: ParsedFiles,
): Promise<LoadedConfig> {
  const candidates = path === undefined ? [...configPaths, packagePath] : [path];
  const found: FoundFile[] = [];
  for await (const { path: candidate, content } of snapshot.read(candidates)) {
    if (content.kind !== 'file') continue;
    if (content.size > mostBytes) {
      const message = `the mapping file has ${content.size} bytes, and the limit is ${mostBytes}`;
      return { ok: false, problems: [{ code: 'config', message, file: candidate }] };
    }
    const bytes = await content.bytes();
    const text = bytes.toString('utf8');
    const isPackage = candidate === packagePath || candidate.endsWith(`/${packagePath}`);
    // Parsed only when the key can be in it: a package.json is in every JavaScript repository.
    if (isPackage && !text.includes(`"${packageKey}"`)) continue;
    const problem = notUtf8Problem(bytes, text, { code: 'config', file: candidate, what: 'the mapping file' });
    if (problem !== undefined) return { ok: false, problems: [problem] };
    found.push({ path: candidate, text, oid: content.oid, ...(isPackage && { key: packageKey }) });
  }

  const configs: { path: string; result: ConfigResult }[] = [];
  for (const file of found) {
    const result = await readConfig(file, parsed);
    if (result !== undefined) configs.push({ path: file.path, result });
  }
  const [first, second] = configs;
  if (first === undefined) return { ok: false, problems: [missing(snapshot, path)] };
  if (second !== undefined) return { ok: false, problems: [ambiguous(first.path, second.path)] };
  if (!first.result.ok) return first.result;
  return { ok: true, config: first.result.config, path: first.path };
}

/** A file that may be the mapping file, or with `key` have it in it. */
interface FoundFile {
  readonly path: string;
  readonly text: string;
  readonly oid: string | undefined;
  readonly key?: string;
}

async function readConfig(
  { path, text, oid, key }: FoundFile,
  parsed: ParsedFiles | undefined,
): Promise<ConfigResult | undefined> {
  const kind = key === undefined ? 'mapping' : 'package';
  const known = oid === undefined ? undefined : parsed?.recall(kind, oid);
  if (known !== undefined) return { ok: true, config: known as MappingConfig };
  const { parseConfig } = await import('../mapping/parse-config.ts');
  const result = parseConfig(text, path, key);
  if (oid !== undefined && result?.ok) parsed?.remember(kind, oid, result.config);
  return result;
}

function missing(snapshot: Snapshot, path: string | undefined): Problem {
  const place = snapshot.name === 'worktree' ? "in the repository's root" : `in ${snapshotText(snapshot)}`;
  // `init` sets up a repository.
  const how = snapshot.name === 'folder' ? '' : ', by `contractgate-hook init` or by hand,';
  const staged = snapshot.name === 'index' ? ' A mapping file that exists must be staged: git add it.' : '';
  if (path !== undefined) {
    return { code: 'config', message: `there is no mapping file ${path} ${place}`, hint: `Check --config.${staged}` };
  }
  return {
    code: 'config',
    message: `no mapping file ${place}: looked for ${configPaths.join(', ')} and the key "${packageKey}" of ${packagePath}`,
    hint:
      `Create contractgate-hook.yaml${how} with \`version: 1\` and \`mappings:\`, a list of \`files:\` (a glob) and ` +
      `\`contract:\` (the path of its contract).${staged}`,
  };
}

function ambiguous(first: string, second: string): Problem {
  return {
    code: 'config',
    message: `two mapping files: ${first} and ${second}`,
    file: second,
    hint: 'Keep one of them, or name one with --config.',
  };
}

/** The snapshot in a sentence. */
function snapshotText(snapshot: Snapshot): string {
  switch (snapshot.name) {
    case 'index':
      return 'the index';
    case 'worktree':
    case 'folder':
      return `the ${snapshot.name}`;
    default:
      return snapshot.name;
  }
}
