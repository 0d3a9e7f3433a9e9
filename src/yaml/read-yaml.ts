import { Anchors } from './anchors.ts';
import { YamlError } from './cursor.ts';
import type { YamlContent, YamlDocument, YamlMapping, YamlNode, YamlScalar, YamlSequence } from './node.ts';
import { Scanner } from './scanner.ts';
import { TagHandles } from './tag-handles.ts';
import type { Token } from './token.ts';

/** The gateway refuses requests beyond 1 MB, so no contract is longer. */
export const SIZE_LIMIT: number = 1024 * 1024;
/** The gateway nests 128 deep where it looks; where it does not, this is shallow enough for recursion. */
const NESTING_LIMIT = 256;

/** Whatever libyaml's reader refuses: control characters, and what is no character at all. */
const NOT_ALLOWED = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Reads one YAML document as serde_yaml's loader takes it from libyaml. */
export function readYaml(text: string): YamlDocument | YamlError {
  if (text.length > SIZE_LIMIT) return new YamlError(`longer than ${SIZE_LIMIT} characters`, 0);
  const control = text.search(NOT_ALLOWED);
  if (control !== -1) return new YamlError('control characters are not allowed', control);
  return new DocumentReader(text).read();
}

/** Where a node stands decides what may be one. */
type Context = 'block' | 'block-or-indentless-sequence' | 'flow';

interface Properties {
  readonly anchor?: string;
  readonly tag?: string;
  /** Where the last of them ends. */
  readonly end?: number;
}

/** The grammar of libyaml's parser over its scanner's tokens; methods name the parser states that they mirror. */
class DocumentReader {
  readonly #scanner: Scanner;
  readonly #tags = new TagHandles();
  readonly #anchors = new Anchors();
  #eventCount = 0;
  #depth = 0;
  /** Where the last token that takes up space ends. */
  #end = 0;

  constructor(text: string) {
    this.#scanner = new Scanner(text);
  }

  read(): YamlDocument | YamlError {
    const root = this.#document();
    return this.#scanner.cursor.failure ?? { root, anchored: this.#anchors.nodes, eventCount: this.#eventCount };
  }

  #is(...types: Token['type'][]): boolean {
    return types.includes(this.#scanner.peek().type);
  }

  #take(): Token {
    const token = this.#scanner.take();
    if (token.end > token.start) this.#end = token.end;
    return token;
  }

  #takeIf(type: Token['type']): Token | undefined {
    return this.#scanner.peek().type === type ? this.#take() : undefined;
  }

  #fail(problem: string, context?: string, offset: number = this.#scanner.peek().start): void {
    this.#scanner.cursor.fail(problem, context, offset);
  }

  /** `document_start`, `document_content`, `document_end` */
  #document(): YamlNode {
    const isExplicit = this.#is('version-directive', 'tag-directive', 'document-start');
    if (isExplicit) this.#directives();
    const isEmpty = isExplicit
      ? this.#is('version-directive', 'tag-directive', 'document-start', 'document-end', 'stream-end')
      : this.#is('stream-end');
    const root = isEmpty ? this.#blank(this.#scanner.peek().start) : this.#node('block');
    while (this.#takeIf('document-end') !== undefined);
    if (!this.#is('stream-end')) {
      this.#fail('deserializing from YAML containing more than one document is not supported');
    }
    return root;
  }

  /** `process_directives`, then the `---` that they need */
  #directives(): void {
    let versions = 0;
    while (this.#is('version-directive', 'tag-directive')) {
      const token = this.#take();
      if (token.type === 'tag-directive' && !this.#tags.define(token.tag)) {
        this.#fail('found duplicate %TAG directive', undefined, token.start);
      }
      if (token.type === 'version-directive') {
        versions += 1;
        if (versions > 1) this.#fail('found duplicate %YAML directive', undefined, token.start);
        if (!/^0*1\.0*[12]$/.test(token.version)) {
          this.#fail('found incompatible YAML document', undefined, token.start);
        }
      }
    }
    if (this.#takeIf('document-start') === undefined) this.#fail('did not find expected <document start>');
  }

  /** `node` */
  #node(context: Context): YamlNode {
    const alias = this.#takeIf('alias');
    if (alias?.type === 'alias') return this.#alias(alias.name, alias.start, alias.end);
    const properties = this.#properties();
    const { type, start } = this.#scanner.peek();
    if (type === 'scalar') return this.#scalar(properties);
    if (type === 'flow-sequence-start') return this.#sequence(properties, (items) => this.#flowEntries(items));
    if (type === 'flow-mapping-start') return this.#mapping(properties, (entries) => this.#flowPairs(entries));
    if (type === 'block-entry' && context === 'block-or-indentless-sequence') {
      return this.#sequence(properties, (items) => this.#indentlessEntries(items));
    }
    if (type === 'block-sequence-start' && context !== 'flow') {
      return this.#sequence(properties, (items) => this.#blockEntries(items));
    }
    if (type === 'block-mapping-start' && context !== 'flow') {
      return this.#mapping(properties, (entries) => this.#blockPairs(entries));
    }
    if (properties.end !== undefined) return this.#blank(properties.end, properties);
    this.#fail('did not find expected node content', `while parsing a ${context === 'flow' ? 'flow' : 'block'} node`);
    return this.#blank(start);
  }

  #alias(name: string, start: number, end: number): YamlNode {
    this.#eventCount += 1;
    const anchor = this.#anchors.numberOf(name);
    if (anchor === undefined) this.#fail('unknown anchor', undefined, start);
    return { kind: 'alias', anchor: anchor ?? 0, start, end };
  }

  /** An anchor and a tag, in either order. */
  #properties(): Properties {
    const properties: { anchor?: string; tag?: string; end?: number } = {};
    for (;;) {
      const token = this.#scanner.peek();
      if (token.type === 'anchor' && properties.anchor === undefined) {
        properties.anchor = token.name;
      } else if (token.type === 'tag' && properties.tag === undefined) {
        const tag = this.#tags.resolve(token.tag);
        if (tag === undefined) this.#fail('found undefined tag handle', 'while parsing a node');
        properties.tag = tag ?? '';
      } else {
        return properties;
      }
      properties.end = this.#take().end;
    }
  }

  #scalar(properties: Properties): YamlNode {
    const token = this.#take();
    const { text, style } = token.type === 'scalar' ? token : BLANK;
    return this.#content({ kind: 'scalar', text, style, start: token.start, end: token.end }, properties);
  }

  /** `process_empty_scalar` */
  #blank(offset: number, properties: Properties = {}): YamlNode {
    return this.#content({ kind: 'scalar', ...BLANK, start: offset, end: offset }, properties);
  }

  #sequence(properties: Properties, read: (items: YamlNode[]) => void): YamlNode {
    const items: YamlNode[] = [];
    const { start } = this.#scanner.peek();
    const node: Building<YamlSequence> = { kind: 'sequence', items, start, end: start };
    return this.#collection(node, properties, () => read(items));
  }

  #mapping(properties: Properties, read: (entries: Entry[]) => void): YamlNode {
    const entries: Entry[] = [];
    const { start } = this.#scanner.peek();
    const node: Building<YamlMapping> = { kind: 'mapping', entries, start, end: start };
    return this.#collection(node, properties, () => read(entries));
  }

  #collection(node: Building<YamlSequence | YamlMapping>, properties: Properties, read: () => void): YamlNode {
    this.#content(node, properties);
    this.#eventCount += 1;
    this.#depth += 1;
    if (this.#depth > NESTING_LIMIT) this.#fail('nested too deeply');
    read();
    this.#depth -= 1;
    node.end = Math.max(node.start, this.#end);
    return node;
  }

  /** Anchored before its content is read, which may hold aliases to it. */
  #content(node: Building<YamlContent>, { anchor, tag }: Properties): YamlNode {
    this.#eventCount += 1;
    if (tag !== undefined) node.tag = tag;
    if (anchor !== undefined) this.#anchors.define(anchor, node);
    return node;
  }

  #nodeUnless(ends: readonly Token['type'][], context: Context, blankAt: number): YamlNode {
    return this.#is(...ends) ? this.#blank(blankAt) : this.#node(context);
  }

  /** `block_sequence_entry` */
  #blockEntries(items: YamlNode[]): void {
    this.#take();
    for (let entry = this.#takeIf('block-entry'); entry !== undefined; entry = this.#takeIf('block-entry')) {
      items.push(this.#nodeUnless(['block-entry', 'block-end'], 'block', entry.end));
    }
    if (this.#takeIf('block-end') === undefined) {
      this.#fail("did not find expected '-' indicator", 'while parsing a block collection');
    }
  }

  /** `indentless_sequence_entry`: entries at the column of the key that they belong to. */
  #indentlessEntries(items: YamlNode[]): void {
    for (let entry = this.#takeIf('block-entry'); entry !== undefined; entry = this.#takeIf('block-entry')) {
      items.push(this.#nodeUnless(['block-entry', 'key', 'value', 'block-end'], 'block', entry.end));
    }
  }

  /** `block_mapping_key`, `block_mapping_value` */
  #blockPairs(entries: Entry[]): void {
    const ends = ['key', 'value', 'block-end'] as const;
    this.#take();
    for (let mark = this.#takeIf('key'); mark !== undefined; mark = this.#takeIf('key')) {
      const key = this.#nodeUnless(ends, 'block-or-indentless-sequence', mark.end);
      const colon = this.#takeIf('value');
      const value =
        colon === undefined
          ? this.#blank(this.#scanner.peek().start)
          : this.#nodeUnless(ends, 'block-or-indentless-sequence', colon.end);
      entries.push([key, value]);
    }
    if (this.#takeIf('block-end') === undefined) {
      this.#fail('did not find expected key', 'while parsing a block mapping');
    }
  }

  /** `flow_sequence_entry` */
  #flowEntries(items: YamlNode[]): void {
    this.#flow('flow-sequence-end', "',' or ']'", 'sequence', () => {
      if (this.#is('key')) items.push(this.#mapping({}, (entries) => entries.push(this.#flowEntryPair())));
      else items.push(this.#node('flow'));
    });
  }

  /** `flow_sequence_entry_mapping_key` and `_value`: the `a: b` of `[a: b]`. */
  #flowEntryPair(): Entry {
    this.#take();
    // libyaml drops the token that it finds in place of a key.
    const key = this.#is('value', 'flow-entry', 'flow-sequence-end')
      ? this.#blank(this.#take().end)
      : this.#node('flow');
    return [key, this.#flowValue('flow-sequence-end')];
  }

  /** `flow_mapping_key` */
  #flowPairs(entries: Entry[]): void {
    this.#flow('flow-mapping-end', "',' or '}'", 'mapping', () => {
      const isPair = this.#takeIf('key') !== undefined;
      const ends = isPair ? (['value', 'flow-entry', 'flow-mapping-end'] as const) : [];
      const key = this.#nodeUnless(ends, 'flow', this.#scanner.peek().start);
      entries.push([key, isPair ? this.#flowValue('flow-mapping-end') : this.#blank(this.#scanner.peek().start)]);
    });
  }

  /** `flow_mapping_value` */
  #flowValue(close: Token['type']): YamlNode {
    const hasValue = this.#takeIf('value') !== undefined && !this.#is('flow-entry', close);
    return hasValue ? this.#node('flow') : this.#blank(this.#scanner.peek().start);
  }

  /** Entries with a comma between them, and maybe one after the last. */
  #flow(close: Token['type'], expected: string, what: string, readEntry: () => void): void {
    this.#take();
    for (let isFirst = true; this.#takeIf(close) === undefined; isFirst = false) {
      if (!isFirst && this.#takeIf('flow-entry') === undefined) {
        this.#fail(`did not find expected ${expected}`, `while parsing a flow ${what}`);
        return;
      }
      if (!this.#is(close)) readEntry();
    }
  }
}

type Entry = readonly [key: YamlNode, value: YamlNode];
type Building<T> = { -readonly [Key in keyof T]: T[Key] };

const BLANK: Pick<YamlScalar, 'text' | 'style'> = { text: '', style: 'plain' };
