import { createScanner } from 'jsonc-parser';
import type { JSONScanner } from 'jsonc-parser';
import type { JsonObject, JsonValue } from '../json-value.ts';
import { stringFaults, token, unknownEscape } from './json-token.ts';
import { setMember } from './member.ts';
import { deepest } from './misreading.ts';
import { readNumberToken } from './number-token.ts';
import { quote } from './quote.ts';
import type { JsonFault, JsonResult } from './read-json.ts';
import { hintOnToken } from './syntax-hint.ts';
import type { SyntaxHint } from './syntax-hint.ts';

/** The same as serde_json for every text, several times slower than JSON.parse, and with the place of what is wrong. */
export function readJsonExactly(text: string): JsonResult {
  const reader = new ExactReader(text);
  const value = reader.readDocument();
  return value instanceof Fault ? { ok: false, ...value } : { ok: true, value };
}

class Fault implements Omit<JsonFault, 'ok'> {
  readonly message: string;
  readonly offset: number;
  readonly end: number;
  readonly hint: SyntaxHint | undefined;

  constructor(message: string, offset: number, end: number, hint: SyntaxHint | undefined) {
    this.message = message;
    this.offset = offset;
    this.end = end;
    this.hint = hint;
  }
}

/** A strict parser over the tokens of jsonc-parser's scanner, which by itself would let comments pass. */
class ExactReader {
  readonly #text: string;
  readonly #scanner: JSONScanner;
  #token: number = token.unknown;
  #lastComma = 0;

  constructor(text: string) {
    this.#text = text;
    this.#scanner = createScanner(text, false);
  }

  readDocument(): JsonValue | Fault {
    this.#advance();
    const value = this.#readValue(0);
    if (value instanceof Fault || this.#is(token.end)) return value;
    return this.#fault(`expected the end of the JSON text, got ${this.#found()}`, this.#hintOnRest());
  }

  #is(kind: number): boolean {
    return this.#token === kind;
  }

  #advance(): void {
    do {
      if (this.#is(token.comma)) this.#lastComma = this.#scanner.getTokenOffset();
      this.#token = this.#scanner.scan();
    } while (this.#is(token.space) || this.#is(token.lineBreak));
  }

  /** Reads the value at the current token and goes on to the token after it. */
  #readValue(depth: number): JsonValue | Fault {
    switch (this.#token) {
      case token.openBrace:
        return depth < deepest ? this.#readObject(depth + 1) : this.#tooDeep();
      case token.openBracket:
        return depth < deepest ? this.#readArray(depth + 1) : this.#tooDeep();
      case token.string:
        return this.#then(this.#readString());
      case token.number:
        return this.#then(this.#readNumber());
      case token.true:
        return this.#then(true);
      case token.false:
        return this.#then(false);
      case token.null:
        return this.#then(null);
      default:
        return this.#fault(`expected a value, got ${this.#found()}`);
    }
  }

  #then<Value>(value: Value): Value {
    if (!(value instanceof Fault)) this.#advance();
    return value;
  }

  #readArray(depth: number): JsonValue | Fault {
    const array: JsonValue[] = [];
    this.#advance();
    if (this.#is(token.closeBracket)) return this.#then(array);
    while (true) {
      if (this.#is(token.closeBracket)) return this.#commaTooMany('a value');
      const value = this.#readValue(depth);
      if (value instanceof Fault) return value;
      array.push(value);
      if (this.#is(token.closeBracket)) return this.#then(array);
      if (!this.#is(token.comma)) return this.#fault(`expected \`,\` or \`]\`, got ${this.#found()}`);
      this.#advance();
    }
  }

  #readObject(depth: number): JsonValue | Fault {
    const object: JsonObject = {};
    this.#advance();
    if (this.#is(token.closeBrace)) return this.#then(object);
    while (true) {
      if (this.#is(token.closeBrace)) return this.#commaTooMany('a key in quotes');
      if (!this.#is(token.string)) {
        return this.#fault(`expected a key in quotes, got ${this.#found()}`, this.#hintOnKey());
      }
      const key = this.#then(this.#readString());
      if (key instanceof Fault) return key;
      if (!this.#is(token.colon)) return this.#fault(`expected \`:\`, got ${this.#found()}`);
      this.#advance();
      const value = this.#readValue(depth);
      if (value instanceof Fault) return value;
      setMember(object, key, value);
      if (this.#is(token.closeBrace)) return this.#then(object);
      if (!this.#is(token.comma)) return this.#fault(`expected \`,\` or \`}\`, got ${this.#found()}`);
      this.#advance();
    }
  }

  #readString(): string | Fault {
    const objection = stringFaults[this.#scanner.getTokenError()];
    const isEscape = this.#scanner.getTokenError() === unknownEscape;
    if (objection !== undefined) return this.#fault(objection, isEscape ? { code: 'escape' } : undefined);
    const value = this.#scanner.getTokenValue();
    // serde_json refuses the escape of half a surrogate pair.
    return value.isWellFormed() ? value : this.#fault('a string has half of a surrogate pair (\\ud800 to \\udfff)');
  }

  #readNumber(): JsonValue | Fault {
    if (this.#scanner.getTokenError() !== 0) return this.#fault('a number ends too early');
    const digits = this.#scanner.getTokenValue();
    if (/^-?0$/.test(digits)) {
      const end = this.#scanner.getPosition();
      const [rest = ''] = /^[\dxX][\da-fA-F]*/.exec(this.#text.slice(end, end + 20)) ?? [];
      const isHexadecimal = /^x/i.test(rest);
      if (isHexadecimal) return this.#fault('a number is written in hexadecimal', hintOnToken(`${digits}${rest}`));
      if (rest !== '') return this.#fault('a number begins with a 0 too many');
    }
    return readNumberToken(digits) ?? this.#fault(`the number ${quote(digits)} is out of range`);
  }

  #tooDeep(): Fault {
    return this.#fault(`more than ${deepest} objects and arrays inside each other`);
  }

  #fault(message: string, hint: SyntaxHint | undefined = this.#hintOnToken()): Fault {
    // A text ends where its last line does that has anything on it.
    const offset = this.#is(token.end) ? this.#text.trimEnd().length : this.#scanner.getTokenOffset();
    return new Fault(message, offset, offset + Math.max(1, this.#tokenText().length), hint);
  }

  /** A comma, and nothing after it: what is wrong is the comma. */
  #commaTooMany(expected: string): Fault {
    const message = `expected ${expected} after the comma, got ${this.#found()}`;
    return new Fault(message, this.#lastComma, this.#lastComma + 1, { code: 'remove_comma' });
  }

  #hintOnKey(): SyntaxHint | undefined {
    const word = this.#tokenText();
    return /^[A-Za-z_]\w*$/.test(word) ? { code: 'quoted_key', suggestion: `"${word}"` } : this.#hintOnToken();
  }

  #hintOnToken(): SyntaxHint | undefined {
    const isKnown = this.#token < token.lineComment || this.#is(token.end);
    return isKnown ? undefined : hintOnToken(this.#tokenText());
  }

  /** For the scanner, `-` ends a token that it does not know. */
  #tokenText(): string {
    const offset = this.#scanner.getTokenOffset();
    const text = this.#text.slice(offset, offset + this.#scanner.getTokenLength());
    return text === '-' ? (/^-[\w.]*/.exec(this.#text.slice(offset, offset + 50))?.[0] ?? text) : text;
  }

  /** What follows a whole text: a comma at its end, or another text. */
  #hintOnRest(): SyntaxHint | undefined {
    const rest = this.#text.slice(this.#scanner.getTokenOffset());
    if (/^\s*,\s*$/.test(rest)) return { code: 'remove_comma' };
    return /^[\s,]*[[{]/.test(rest) ? { code: 'several_texts' } : this.#hintOnToken();
  }

  /** What stands at the current token. */
  #found(): string {
    if (this.#is(token.end)) return 'the end of the text';
    if (this.#is(token.lineComment) || this.#is(token.blockComment)) return 'a comment';
    if (this.#is(token.string)) return 'a string';
    const found = this.#tokenText();
    return found.startsWith('\ufeff') ? 'a byte order mark, which the gateway refuses' : quote(found);
  }
}
