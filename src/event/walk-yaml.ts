import { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { Document, Node } from 'yaml';
import type { TextRange } from '../json-value.ts';
import type { EventSource, Watcher } from './events.ts';
import { keyText, yamlOptions } from './yaml-value.ts';

/** Tells a watcher where the values of a YAML document stand; those that an alias brings in stand at their anchor. */
export function walkYaml({ text, document: index = 0 }: EventSource, root: Watcher): void {
  const document = parseAllDocuments(text, yamlOptions)[index] as Document.Parsed | undefined;
  if (document !== undefined) walk(document, document.contents, root, undefined);
}

function walk(
  document: Document.Parsed,
  node: Node | null | undefined,
  watcher: Watcher,
  key: TextRange | undefined,
): void {
  const target = isAlias(node) ? node.resolve(document) : node;
  watcher.open();
  if (isSeq<Node>(target)) {
    for (const [step, item] of target.items.entries()) {
      const child = watcher.child(step);
      if (child !== undefined) walk(document, item, child, undefined);
    }
  } else if (isMap<Node, Node>(target)) {
    for (const { key: keyNode, value } of target.items) {
      const child = isScalar(keyNode) ? watcher.child(keyText(keyNode)) : undefined;
      if (child !== undefined) walk(document, value, child, rangeOf(keyNode));
    }
  }
  const range = rangeOf(target) ?? key;
  if (range !== undefined) watcher.close(range, key);
}

function rangeOf(node: Node | null | undefined): TextRange | undefined {
  const [start, end] = node?.range ?? [];
  return start === undefined || end === undefined ? undefined : { start, end };
}
