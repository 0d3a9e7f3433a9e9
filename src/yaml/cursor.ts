import { hintOn } from './hint-on.ts';

/** Why a text is not YAML. */
export class YamlError {
  readonly message: string;
  readonly offset: number;
  /** What to do about it, in a sentence of ours; the message is the gateway's. */
  readonly hint: string | undefined;

  constructor(message: string, offset: number, hint?: string) {
    this.message = message;
    this.offset = offset;
    this.hint = hint;
  }
}

/**
 * A place in a text. The first failure is kept and moves the place to the end of the text, so that whoever is reading
 * runs out of characters and stops.
 */
export class Cursor {
  readonly text: string;
  offset = 0;
  /** Offset at which the current line starts; what stands before it cannot be a simple key any more. */
  lineStart = 0;
  failure: YamlError | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get column(): number {
    return this.offset - this.lineStart;
  }

  get atEnd(): boolean {
    return this.offset >= this.text.length;
  }

  /** One UTF-16 code unit, empty beyond the end. */
  peek(ahead = 0): string {
    return this.text.charAt(this.offset + ahead);
  }

  skip(count = 1): void {
    this.offset += count;
  }

  /** `IS_BLANK` */
  isBlank(ahead = 0): boolean {
    const code = this.text.charCodeAt(this.offset + ahead);
    return code === 0x20 || code === 0x09;
  }

  /** `IS_BREAK`: YAML 1.1 has NEL, LS and PS among the line breaks. */
  isBreak(ahead = 0): boolean {
    const code = this.text.charCodeAt(this.offset + ahead);
    return code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029;
  }

  /** `IS_BREAKZ` */
  isBreakOrEnd(): boolean {
    return this.atEnd || this.isBreak();
  }

  /** `IS_BLANKZ` */
  isBlankOrEnd(ahead = 0): boolean {
    return this.offset + ahead >= this.text.length || this.isBlank(ahead) || this.isBreak(ahead);
  }

  /** `---` or `...` alone at the start of a line. */
  isDocumentMarker(marker: '---' | '...'): boolean {
    return this.column === 0 && this.text.startsWith(marker, this.offset) && this.isBlankOrEnd(3);
  }

  /** Takes what a sticky pattern matches here. */
  take(pattern: RegExp): string {
    pattern.lastIndex = this.offset;
    if (!pattern.test(this.text)) return '';
    const start = this.offset;
    this.offset = pattern.lastIndex;
    return this.text.slice(start, this.offset);
  }

  /** `READ_LINE`: takes one line break as it counts in a scalar, nothing where there is none. */
  takeBreak(): string {
    if (!this.isBreak()) return '';
    const unit = this.peek();
    this.skip(unit === '\r' && this.peek(1) === '\n' ? 2 : 1);
    this.lineStart = this.offset;
    return unit === '\u2028' || unit === '\u2029' ? unit : '\n';
  }

  skipBlanks(): void {
    this.take(/[ \t]*/y);
  }

  skipToBreak(): void {
    this.take(/[^\r\n\u0085\u2028\u2029]*/y);
  }

  /** Blanks, a comment and the line break that must follow the header of a block scalar or a directive. */
  skipRestOfLine(context: string): void {
    this.skipBlanks();
    if (this.peek() === '#') this.skipToBreak();
    if (!this.isBreakOrEnd()) this.fail('did not find expected comment or line break', context);
    this.takeBreak();
  }

  fail(problem: string, context?: string, offset: number = this.offset): void {
    const message = context === undefined ? problem : `${problem}, ${context}`;
    this.failure ??= new YamlError(message, offset, hintOn(message, this.text, offset));
    this.offset = this.text.length;
  }
}
