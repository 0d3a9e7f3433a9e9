import { CST, isAlias, isMap, isScalar, isSeq, Lexer } from 'yaml';
import type { Alias, Node } from 'yaml';
import type { TextRange } from '../json-value.ts';
import type { EventSource, Watcher } from './events.ts';
import { aliasTargets } from './yaml-aliases.ts';
import { yamlDocuments } from './yaml-documents.ts';
import { keyText } from './yaml-value.ts';

/** Tells a watcher where the values of a YAML document stand; those that an alias brings in stand at their anchor. */
export function walkYaml({ text }: EventSource, root: Watcher): void {
  const result = yamlDocuments(text);
  const [document] = result.ok ? result.documents : [];
  if (document !== undefined) walk(aliasTargets(document), document.contents, root, undefined);
  if (root.comment !== undefined) for (const range of comments(text)) root.comment(range);
}

const marks: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

function* comments(text: string): Generator<TextRange> {
  let start = 0;
  for (const lexeme of new Lexer().lex(text)) {
    // What tells of the lexer's own state takes up nothing of the text.
    const end = start + (marks.has(lexeme) ? 0 : lexeme.length);
    if (end > start && CST.tokenType(lexeme) === 'comment') yield { start, end };
    start = end;
  }
}

function walk(
  targets: ReadonlyMap<Alias, Node>,
  node: Node | null | undefined,
  watcher: Watcher,
  key: TextRange | undefined,
): void {
  const target = isAlias(node) ? targets.get(node) : node;
  watcher.open();
  if (isSeq<Node>(target)) {
    for (const [step, item] of target.items.entries()) {
      const child = watcher.child(step);
      if (child !== undefined) walk(targets, item, child, undefined);
    }
  } else if (isMap<Node, Node>(target)) {
    for (const { key: keyNode, value } of target.items) {
      const child = isScalar(keyNode) ? watcher.child(keyText(keyNode)) : undefined;
      if (child !== undefined) walk(targets, value, child, rangeOf(keyNode));
    }
  }
  const range = rangeOf(target) ?? key;
  if (range !== undefined) watcher.close(range, key);
}

function rangeOf(node: Node | null | undefined): TextRange | undefined {
  const [start, end] = node?.range ?? [];
  return start === undefined || end === undefined ? undefined : { start, end };
}
