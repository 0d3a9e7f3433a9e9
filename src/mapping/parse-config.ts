import type { Position } from '../json-value.ts';
import type { Problem } from '../problem.ts';
import { positionAt } from '../text-position.ts';
import { YamlError } from '../yaml/cursor.ts';
import type { YamlContent, YamlDocument, YamlNode } from '../yaml/node.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { decodeConfig } from './config-decoder.ts';
import type { Context } from './decoder.ts';
import type { MappingConfig } from './mapping.ts';

export type ConfigResult =
  { readonly ok: true; readonly config: MappingConfig } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The mapping file, or with `key` the value of that key in it (package.json). JSON is read as the YAML that it is. Undefined
 * when the key is not there.
 */
export function parseConfig(text: string, file: string, key?: string): ConfigResult | undefined {
  const withoutMark = text.replace(/^\ufeff/, '');
  const problems: Problem[] = [];
  const positionOf = (offset: number): Position => positionAt(withoutMark, offset);
  const report = (message: string, offset: number, hint?: string): undefined => {
    problems.push({ code: 'config', message, file, ...positionOf(offset), ...(hint && { hint }) });
  };
  const document = readYaml(withoutMark);
  if (document instanceof YamlError) {
    report(document.message, document.offset, document.hint);
    return { ok: false, problems };
  }
  const context: Context = {
    complain: (message, node, hint) => report(message, node.start, hint),
    follow: follower(document),
  };
  const root = context.follow(document.root);
  const node = key === undefined ? root : memberOf(root, key, context);
  if (node === undefined) return undefined;
  const config = decodeConfig(node, context, ({ start }) => positionOf(start));
  return config === undefined ? { ok: false, problems } : { ok: true, config };
}

/** Aliases are followed as often as a mapping file could want; one that grows without end ends in nothing. */
const mostAliases = 10_000;

function follower({ anchored }: YamlDocument): (node: YamlNode) => YamlContent {
  let aliases = 0;
  return (node) => {
    if (node.kind !== 'alias') return node;
    const target = ++aliases > mostAliases ? undefined : anchored.get(node.anchor);
    return target ?? { kind: 'scalar', text: '', style: 'plain', start: node.start, end: node.end };
  };
}

function memberOf(node: YamlContent, key: string, { follow }: Context): YamlContent | undefined {
  if (node.kind !== 'mapping') return undefined;
  const entry = node.entries.find(([name]) => name.kind === 'scalar' && name.text === key);
  return entry && follow(entry[1]);
}
