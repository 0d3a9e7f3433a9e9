import {
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  type CST,
  type Document,
  type Node,
  type ParsedNode,
} from 'yaml';
import { YamlError, type YamlContent, type YamlDocument, type YamlNode } from './yaml-node.ts';

const NESTING_LIMIT = 512;

export function readYaml(text: string): YamlDocument | YamlError {
  const parser = new Parser();
  const composer = new Composer({ version: '1.2', schema: 'failsafe', uniqueKeys: false, merge: false });
  const documents: Document.Parsed[] = [];
  function feed(tokens: Iterable<CST.Token>): void {
    for (const token of tokens) for (const document of composer.next(token)) documents.push(document);
  }
  for (const lexeme of new Lexer().lex(text)) {
    feed(parser.next(lexeme));
    if (parser.stack.length > NESTING_LIMIT) return new YamlError('nested too deeply', parser.offset);
  }
  feed(parser.end());
  for (const document of composer.end(true, text.length)) documents.push(document);

  const [document, second] = documents;
  if (document === undefined) return new YamlError('empty', 0);
  const error = document.errors[0];
  if (error !== undefined) return new YamlError(error.message, error.pos[0]);
  if (second !== undefined) {
    return new YamlError('deserializing from YAML containing more than one document is not supported', second.range[0]);
  }
  return new Conversion().document(document);
}

class Conversion {
  readonly #anchors = new Map<string, number>();
  readonly #anchored = new Map<number, YamlContent>();
  #events = 0;
  #unknown: YamlError | undefined;

  document(document: Document.Parsed): YamlDocument | YamlError {
    const root =
      document.contents === null ? this.#empty(document.range[0]) : this.#node(document.contents as ParsedNode);
    return this.#unknown ?? { root, anchored: this.#anchored, eventCount: this.#events };
  }

  #empty(offset: number): YamlNode {
    this.#events += 1;
    return { kind: 'scalar', text: '', style: 'plain', start: offset, end: offset };
  }

  #node(node: ParsedNode): YamlNode {
    const [start, end] = node.range ?? [0, 0];
    if (isAlias(node)) {
      this.#events += 1;
      const anchor = this.#anchors.get(node.source);
      if (anchor === undefined) this.#unknown ??= new YamlError('unknown anchor', start);
      return { kind: 'alias', anchor: anchor ?? -1, start, end };
    }
    // anchor ids as serde_yaml
    let id: number | undefined;
    if (node.anchor !== undefined) {
      id = this.#anchors.size;
      this.#anchors.set(node.anchor, id);
    }
    const content = this.#content(node as never, start, end);
    if (id !== undefined) this.#anchored.set(id, content);
    return content;
  }

  #content(node: Node, start: number, end: number): YamlContent {
    const tag = node.tag === undefined ? {} : { tag: node.tag };
    if (isScalar(node)) {
      this.#events += 1;
      const style =
        node.type === 'PLAIN'
          ? 'plain'
          : node.type === 'BLOCK_LITERAL'
            ? 'literal'
            : node.type === 'BLOCK_FOLDED'
              ? 'folded'
              : 'quoted';
      return {
        kind: 'scalar',
        text: String(node.type === 'PLAIN' ? (node.source ?? node.value) : node.value),
        style,
        ...tag,
        start,
        end,
      };
    }
    this.#events += 2;
    if (isSeq(node)) {
      return { kind: 'sequence', items: node.items.map((item) => this.#node(item as ParsedNode)), ...tag, start, end };
    }
    if (isMap(node)) {
      return {
        kind: 'mapping',
        entries: node.items.map((pair) => {
          const key = pair.key === null ? this.#empty(start) : this.#node(pair.key as ParsedNode);
          return [key, pair.value === null ? this.#empty(key.end) : this.#node(pair.value as ParsedNode)];
        }),
        ...tag,
        start,
        end,
      };
    }
    throw new Error('impossible');
  }
}
