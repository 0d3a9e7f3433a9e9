import { LineCounter, isMap, isScalar, parseDocument } from 'yaml';
import type { Node } from 'yaml';
import type { Position } from '../json-value.ts';
import type { Problem } from '../problem.ts';
import type { Complain } from './decoder.ts';
import { decodeConfig } from './config-decoder.ts';
import type { MappingConfig } from './mapping.ts';

export type ConfigResult =
  { readonly ok: true; readonly config: MappingConfig } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The mapping file, or with `key` the value of that key in it (package.json). JSON is read as the YAML that it is. Undefined
 * when the key is not there.
 */
export function parseConfig(text: string, file: string, key?: string): ConfigResult | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/, ''), {
    lineCounter: lines,
    prettyErrors: false,
    version: '1.2',
    stringKeys: true,
  });
  const problems: Problem[] = [];
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const report = (message: string, offset: number, hint?: string): undefined => {
    problems.push({ code: 'config', message, file, ...positionOf(offset), ...(hint && { hint }) });
  };
  const complain: Complain = (message, node, hint) => report(message, node?.range?.[0] ?? 0, hint);

  for (const error of document.errors) report(sentence(error.message), error.pos[0]);
  if (problems.length > 0) return { ok: false, problems };

  let node: Node | null | undefined = document.contents;
  if (key !== undefined) {
    node = memberOf(node, key);
    if (node === undefined) return undefined;
  }
  const config = decodeConfig(node, complain, (at) => positionOf(at?.range?.[0] ?? 0));
  return config === undefined ? { ok: false, problems } : { ok: true, config };
}

function memberOf(node: Node | null, key: string): Node | null | undefined {
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
  return pair && (pair.value as Node | null);
}

/** The parser's messages may go on with a frame after the first line. */
function sentence(message: string): string {
  return message.split('\n', 1)[0]?.replace(/[:.]$/, '') ?? message;
}
