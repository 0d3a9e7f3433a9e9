import { Cursor } from './cursor.ts';
import { scanBlock } from './scan-block.ts';
import { scanDirective } from './scan-directive.ts';
import { scanPlain } from './scan-plain.ts';
import { scanQuoted } from './scan-quoted.ts';
import { scanTag } from './scan-tag.ts';
import { SimpleKeys } from './simple-keys.ts';
import type { Indicator, Token } from './token.ts';

/**
 * Text to tokens, by the rules of libyaml's scanner, which are YAML 1.1's: a tab is a blank where no key may start,
 * flow collections ignore indentation, and `#` starts a comment wherever a token may start.
 */
export class Scanner {
  readonly cursor: Cursor;
  readonly #queue: Token[] = [];
  #tokensTaken = 0;
  #indent = -1;
  readonly #outerIndents: number[] = [];
  #flowLevel = 0;
  readonly #simpleKeys: SimpleKeys;
  #simpleKeyAllowed = true;

  constructor(text: string) {
    this.cursor = new Cursor(text);
    this.#simpleKeys = new SimpleKeys(this.cursor);
  }

  /** The next token; after a failure, always the end of the stream. */
  peek(): Token {
    while (this.#needsMore()) this.#fetch();
    const token = this.cursor.failure === undefined ? this.#queue[0] : undefined;
    return token ?? { type: 'stream-end', start: this.cursor.offset, end: this.cursor.offset };
  }

  take(): Token {
    const token = this.peek();
    this.#queue.shift();
    this.#tokensTaken += 1;
    return token;
  }

  /** `yaml_parser_fetch_more_tokens`: a token that may still turn out to be a key is held back. */
  #needsMore(): boolean {
    if (this.cursor.failure !== undefined) return false;
    if (this.#queue.length === 0) return true;
    this.#simpleKeys.dropStale();
    return this.#simpleKeys.firstToken === this.#tokensTaken;
  }

  get #inFlow(): boolean {
    return this.#flowLevel > 0;
  }

  /** `yaml_parser_fetch_next_token` */
  #fetch(): void {
    const { cursor } = this;
    this.#skipToToken();
    this.#simpleKeys.dropStale();
    this.#unrollIndent(cursor.column);
    if (cursor.atEnd) return this.#fetchStreamEnd();
    if (cursor.column === 0 && cursor.peek() === '%') {
      this.#leaveBlocks();
      this.#queue.push(scanDirective(cursor));
      return;
    }
    if (cursor.isDocumentMarker('---')) return this.#fetchDocumentMarker('document-start');
    if (cursor.isDocumentMarker('...')) return this.#fetchDocumentMarker('document-end');
    const blankFollows = cursor.isBlankOrEnd(1);
    switch (cursor.peek()) {
      case '[':
        return this.#fetchFlowStart('flow-sequence-start');
      case '{':
        return this.#fetchFlowStart('flow-mapping-start');
      case ']':
        return this.#fetchFlowEnd('flow-sequence-end');
      case '}':
        return this.#fetchFlowEnd('flow-mapping-end');
      case ',':
        this.#forgetKey();
        this.#simpleKeyAllowed = true;
        return this.#fetchIndicator('flow-entry');
      case '-':
        return blankFollows ? this.#fetchBlockEntry() : this.#fetchPlain();
      case '?':
        return blankFollows || this.#inFlow ? this.#fetchKey() : this.#fetchPlain();
      case ':':
        return blankFollows || this.#inFlow ? this.#fetchValue() : this.#fetchPlain();
      case '*':
        return this.#fetchAnchor('alias');
      case '&':
        return this.#fetchAnchor('anchor');
      case '!':
        return this.#fetchTag();
      case '|':
      case '>':
        return this.#inFlow ? this.#refuse() : this.#fetchBlock();
      case "'":
      case '"':
        return this.#fetchQuoted();
      case '#':
      case '%':
      case '@':
      case '`':
      case '\t':
        return this.#refuse();
      default:
        return this.#fetchPlain();
    }
  }

  #refuse(): void {
    this.cursor.fail('found character that cannot start any token', 'while scanning for the next token');
  }

  /** `yaml_parser_scan_to_next_token` */
  #skipToToken(): void {
    const { cursor } = this;
    do {
      if (cursor.column === 0 && cursor.peek() === '\ufeff') cursor.skip();
      const tabs = this.#inFlow || !this.#simpleKeyAllowed;
      cursor.take(tabs ? /[ \t]*/y : / */y);
      if (cursor.peek() === '#') cursor.skipToBreak();
      if (cursor.isBreak() && !this.#inFlow) this.#simpleKeyAllowed = true;
    } while (cursor.takeBreak() !== '');
  }

  /** `yaml_parser_save_simple_key` */
  #saveKey(): void {
    if (!this.#simpleKeyAllowed) return;
    this.#forgetKey();
    this.#simpleKeys.add({
      offset: this.cursor.offset,
      column: this.cursor.column,
      tokenNumber: this.#tokensTaken + this.#queue.length,
      flowLevel: this.#flowLevel,
      required: !this.#inFlow && this.#indent === this.cursor.column,
    });
  }

  #forgetKey(): void {
    this.#simpleKeys.drop(this.#flowLevel);
  }

  /** `yaml_parser_roll_indent`: opens a block collection; `at` is its place in the queue. */
  #rollIndent(
    type: 'block-mapping-start' | 'block-sequence-start',
    column: number,
    offset: number,
    at: number = this.#queue.length,
  ): void {
    if (this.#inFlow || this.#indent >= column) return;
    this.#outerIndents.push(this.#indent);
    this.#indent = column;
    this.#queue.splice(at, 0, { type, start: offset, end: offset });
  }

  /** `yaml_parser_unroll_indent` */
  #unrollIndent(column: number): void {
    if (this.#inFlow) return;
    const { offset } = this.cursor;
    while (this.#indent > column) {
      this.#queue.push({ type: 'block-end', start: offset, end: offset });
      this.#indent = this.#outerIndents.pop() ?? -1;
    }
  }

  #leaveBlocks(): void {
    this.#unrollIndent(-1);
    this.#forgetKey();
    this.#simpleKeyAllowed = false;
  }

  #fetchIndicator(type: Indicator, length = 1): void {
    const start = this.cursor.offset;
    this.cursor.skip(length);
    this.#queue.push({ type, start, end: start + length });
  }

  #fetchStreamEnd(): void {
    // The last line ends here, and with it every simple key.
    this.cursor.lineStart = this.cursor.offset;
    this.#leaveBlocks();
    this.#fetchIndicator('stream-end', 0);
  }

  #fetchDocumentMarker(type: 'document-start' | 'document-end'): void {
    this.#leaveBlocks();
    this.#fetchIndicator(type, 3);
  }

  #fetchFlowStart(type: 'flow-sequence-start' | 'flow-mapping-start'): void {
    this.#saveKey();
    this.#flowLevel += 1;
    this.#simpleKeyAllowed = true;
    this.#fetchIndicator(type);
  }

  #fetchFlowEnd(type: 'flow-sequence-end' | 'flow-mapping-end'): void {
    this.#forgetKey();
    if (this.#inFlow) this.#flowLevel -= 1;
    this.#simpleKeyAllowed = false;
    this.#fetchIndicator(type);
  }

  /** `- ` */
  #fetchBlockEntry(): void {
    this.#openBlock('block-sequence-start', 'block sequence entries are not allowed in this context');
    this.#forgetKey();
    this.#simpleKeyAllowed = true;
    this.#fetchIndicator('block-entry');
  }

  /** `? ` */
  #fetchKey(): void {
    this.#openBlock('block-mapping-start', 'mapping keys are not allowed in this context');
    this.#forgetKey();
    this.#simpleKeyAllowed = !this.#inFlow;
    this.#fetchIndicator('key');
  }

  /** `: `, which makes the simple key before it a key. */
  #fetchValue(): void {
    const key = this.#simpleKeys.take(this.#flowLevel);
    if (key === undefined) {
      this.#openBlock('block-mapping-start', 'mapping values are not allowed in this context');
      this.#simpleKeyAllowed = !this.#inFlow;
    } else {
      const at = key.tokenNumber - this.#tokensTaken;
      this.#queue.splice(at, 0, { type: 'key', start: key.offset, end: key.offset });
      this.#rollIndent('block-mapping-start', key.column, key.offset, at);
      this.#simpleKeyAllowed = false;
    }
    this.#fetchIndicator('value');
  }

  #openBlock(type: 'block-mapping-start' | 'block-sequence-start', refusal: string): void {
    if (this.#inFlow) return;
    if (!this.#simpleKeyAllowed) this.cursor.fail(refusal);
    this.#rollIndent(type, this.cursor.column, this.cursor.offset);
  }

  /** `yaml_parser_scan_anchor` */
  #fetchAnchor(type: 'anchor' | 'alias'): void {
    const { cursor } = this;
    const start = this.#startKey();
    cursor.skip();
    const name = cursor.take(/[\w-]*/y);
    const end = cursor.offset;
    if (name === '' || !(cursor.isBlankOrEnd() || '?:,]}%@`'.includes(cursor.peek()))) {
      cursor.fail('did not find expected alphabetic or numeric character', `while scanning an ${type}`);
    }
    this.#queue.push({ type, name, start, end });
  }

  #fetchTag(): void {
    const start = this.#startKey();
    const tag = scanTag(this.cursor, this.#inFlow);
    this.#queue.push({ type: 'tag', tag, start, end: this.cursor.offset });
  }

  #fetchQuoted(): void {
    const start = this.#startKey();
    const text = scanQuoted(this.cursor);
    this.#queue.push({ type: 'scalar', text, style: 'quoted', start, end: this.cursor.offset });
  }

  #fetchPlain(): void {
    const start = this.#startKey();
    const { text, end, broken } = scanPlain(this.cursor, this.#indent + 1, this.#inFlow);
    if (broken) this.#simpleKeyAllowed = true;
    this.#queue.push({ type: 'scalar', text, style: 'plain', start, end });
  }

  #fetchBlock(): void {
    const { cursor } = this;
    this.#forgetKey();
    this.#simpleKeyAllowed = true;
    const start = cursor.offset;
    const style = cursor.peek() === '|' ? 'literal' : 'folded';
    this.#queue.push({ type: 'scalar', style, start, ...scanBlock(cursor, this.#indent) });
  }

  /** Begins a token that may be a simple key, after which none can follow on its line. */
  #startKey(): number {
    this.#saveKey();
    this.#simpleKeyAllowed = false;
    return this.cursor.offset;
  }
}
