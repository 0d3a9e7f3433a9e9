import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Problem } from '../problem.ts';
import { positionAt } from '../text-position.ts';
import { YamlError } from '../yaml/cursor.ts';
import type { YamlDocument, YamlNode } from '../yaml/node.ts';
import { readYaml } from '../yaml/read-yaml.ts';

/** What `.contractgate.yml`, the file of the gateway's own command line, says that concerns us. */
export interface GatewayFile {
  /** Absolute. */
  readonly path: string;
  readonly url: string | undefined;
  /** Where its contracts are, from the folder of the file. */
  readonly contracts: string | undefined;
}

const name = '.contractgate.yml';

/** The file of the working directory or of a folder above it, up to the root of the repository. Undefined: there is none. */
export function findGatewayFile(cwd: string): GatewayFile | Problem | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, name);
    if (existsSync(path)) return read(path);
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return undefined;
  }
}

function read(path: string): GatewayFile | Problem {
  const text = readFileSync(path, 'utf8');
  const document = readYaml(text);
  if (document instanceof YamlError) {
    const message = `${name} cannot be read: ${document.message}`;
    return { code: 'config', message, file: path, ...positionAt(text, document.offset) };
  }
  return {
    path,
    url: textAt(document, 'gateway', 'url'),
    contracts: textAt(document, 'contracts', 'dir'),
  };
}

/** Unknown keys and whatever else it says are left to the tool that the file belongs to. */
function textAt(document: YamlDocument, section: string, key: string): string | undefined {
  const node = member(document, member(document, document.root, section), key);
  return node?.kind === 'scalar' && node.text !== '' ? node.text : undefined;
}

function member({ anchored }: YamlDocument, parent: YamlNode | undefined, key: string): YamlNode | undefined {
  if (parent?.kind !== 'mapping') return undefined;
  const found = parent.entries.find(([name]) => name.kind === 'scalar' && name.text === key)?.[1];
  return found?.kind === 'alias' ? anchored.get(found.anchor) : found;
}
