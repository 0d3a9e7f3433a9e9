import type { RepoPath } from '../../snapshot/snapshot.ts';
import type { LoadedContract } from '../../check/load-contracts.ts';
import type { ProposedMapping } from './propose-mappings.ts';

/** The text of a new mapping file. Without mappings: the usual folders, for fixtures and contracts to come. */
export function configText(
  mappings: readonly ProposedMapping[],
  contracts: readonly LoadedContract[],
  paths: readonly RepoPath[],
): string {
  const written = mappings.length > 0 ? mappings : [conventional(contracts)];
  const lines = [
    '# yaml-language-server: $schema=./node_modules/contractgate-hook/templates/schemas/mapping.json',
    'version: 1',
    'mappings: # the first that matches a file decides; $1 is what the first wildcard matched',
    ...written.flatMap(mappingLines),
  ];
  const globs = contractGlobs(contracts, paths);
  if (globs.length > 0) lines.push(`contracts: ${list(globs)} # linted whenever they change`);
  const homes = homesOf(written);
  if (homes.length > 0)
    lines.push(`fixtures: ${list(homes)}`, 'unmapped: warn # say so of a file there that no mapping matches');
  return `${lines.join('\n')}\n`;
}

function conventional(contracts: readonly LoadedContract[]): ProposedMapping {
  const folder = contracts[0]?.path.replace(/[^/]*$/, '') ?? 'contracts/';
  return { files: 'fixtures/*/**/*.{json,ndjson,jsonl}', contract: `${folder}$1.yaml`, expectsFailure: false };
}

function mappingLines({ files, exclude, contract, expectsFailure }: ProposedMapping): string[] {
  return [
    `  - files: ${scalar(files)}`,
    ...(exclude === undefined ? [] : [`    exclude: ${scalar(exclude)}`]),
    `    contract: ${scalar(contract)}`,
    ...(expectsFailure ? ['    expect: fail # every event here must violate its contract'] : []),
  ];
}

/** Folders whose YAML files are all contracts; else the contracts one by one. */
function contractGlobs(contracts: readonly LoadedContract[], paths: readonly RepoPath[]): string[] {
  const own = new Set(contracts.map(({ path }) => path));
  const globs = new Set<string>();
  for (const { path } of contracts) {
    const [, folder = '', extension = ''] = /^(.*\/)?[^/]*(\.ya?ml)$/i.exec(path) ?? [];
    const siblings = paths.filter(
      (other) => other.startsWith(folder) && !other.slice(folder.length).includes('/') && other.endsWith(extension),
    );
    globs.add(folder !== '' && siblings.every((other) => own.has(other)) ? `${folder}*${extension}` : path);
  }
  return [...globs].sort();
}

/** The folders above all wildcards. */
function homesOf(mappings: readonly ProposedMapping[]): string[] {
  const folders = mappings.map(({ files }) => files.slice(0, files.search(/[*?{]|$/)).replace(/[^/]*$/, ''));
  const unique = [...new Set(folders)].filter((folder) => folder !== '').sort();
  return unique
    .filter((folder) => !unique.some((other) => other !== folder && folder.startsWith(other)))
    .map((folder) => {
      const isYaml = mappings.some(({ files }) => files.startsWith(folder) && /\byaml\b/.test(files));
      return `${folder}**/*.${isYaml ? '{json,ndjson,jsonl,yaml,yml}' : '{json,ndjson,jsonl}'}`;
    });
}

function list(globs: readonly string[]): string {
  return globs.length === 1 ? scalar(globs[0] ?? '') : `[${globs.map(scalar).join(', ')}]`;
}

/** Plain where that can mean nothing else. */
function scalar(text: string): string {
  return /^[\w$./-]+$/.test(text) && /^[a-zA-Z]/.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
}
