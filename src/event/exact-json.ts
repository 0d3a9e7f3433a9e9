import { createScanner } from 'jsonc-parser';
import type { JSONScanner } from 'jsonc-parser';
import type { JsonObject, JsonValue } from '../json-value.ts';
import { stringFaults, token } from './json-token.ts';
import { setMember } from './member.ts';
import { deepest } from './misreading.ts';
import { readNumberToken } from './number-token.ts';
import type { JsonResult } from './read-json.ts';

/** The same as serde_json for every text, several times slower than JSON.parse, and with the place of what is wrong. */
export function readJsonExactly(text: string): JsonResult {
  const reader = new ExactReader(text);
  const value = reader.readDocument();
  return value instanceof Fault ? { ok: false, message: value.message, offset: value.offset } : { ok: true, value };
}

class Fault {
  readonly message: string;
  readonly offset: number;

  constructor(message: string, offset: number) {
    this.message = message;
    this.offset = offset;
  }
}

/** A strict parser over the tokens of jsonc-parser's scanner, which by itself would let comments pass. */
class ExactReader {
  readonly #text: string;
  readonly #scanner: JSONScanner;
  #token: number = token.unknown;

  constructor(text: string) {
    this.#text = text;
    this.#scanner = createScanner(text, false);
  }

  readDocument(): JsonValue | Fault {
    this.#advance();
    const value = this.#readValue(0);
    if (value instanceof Fault || this.#is(token.end)) return value;
    return this.#fault(`expected the end of the JSON text, got ${this.#found()}`);
  }

  #is(kind: number): boolean {
    return this.#token === kind;
  }

  #advance(): void {
    do {
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
      if (!this.#is(token.string)) return this.#fault(`expected a key in quotes, got ${this.#found()}`);
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
    if (objection !== undefined) return this.#fault(objection);
    const value = this.#scanner.getTokenValue();
    // serde_json refuses the escape of half a surrogate pair.
    return value.isWellFormed() ? value : this.#fault('a string has half of a surrogate pair (\\ud800 to \\udfff)');
  }

  #readNumber(): JsonValue | Fault {
    if (this.#scanner.getTokenError() !== 0) return this.#fault('a number ends too early');
    const digits = this.#scanner.getTokenValue();
    return readNumberToken(digits) ?? this.#fault(`the number \`${digits.slice(0, 40)}\` is out of range`);
  }

  #tooDeep(): Fault {
    return this.#fault(`more than ${deepest} objects and arrays inside each other`);
  }

  #fault(message: string): Fault {
    return new Fault(message, this.#scanner.getTokenOffset());
  }

  /** What stands at the current token. */
  #found(): string {
    if (this.#is(token.end)) return 'the end of the text';
    if (this.#is(token.lineComment) || this.#is(token.blockComment)) return 'a comment';
    const offset = this.#scanner.getTokenOffset();
    const [character = ''] = this.#text.slice(offset, offset + 2);
    if (character === '\ufeff') return 'a byte order mark, which the gateway refuses';
    return this.#is(token.string) ? 'a string' : `\`${character}\``;
  }
}
