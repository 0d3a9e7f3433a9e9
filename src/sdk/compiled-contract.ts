import { readJson } from '../event/read-json.ts';
import type { JsonValue } from '../json-value.ts';
import { positionAt } from '../text-position.ts';
import type { Validator } from '../validation/compile-contract.ts';
import { violationOf } from '../validation/message.ts';
import type { UniquenessTracker } from '../validation/uniqueness.ts';
import type { BatchValidationResult, ValidationResult, Violation } from '../validation/violation.ts';
import { ContractGateError, InvalidJsonError } from './errors.ts';
import { fromJavaScript } from './from-javascript.ts';
import { microsecondsSince, Stopwatch } from './stopwatch.ts';

/** @property now The clock for freshness rules, in Unix seconds; by default the machine's. */
export interface ValidateOptions {
  readonly now?: number;
}

/**
 * A contract ready to judge events, with the gateway's exact verdict and wording. It only reads: PII transforms are not run,
 * so what the gateway stores (its `transformed_event`) may differ from the event.
 */
export class CompiledContract {
  readonly #validator: Validator;
  readonly #stopwatch = new Stopwatch();
  readonly #text: string;

  private constructor(validator: Validator, text: string) {
    this.#validator = validator;
    this.#text = text;
  }

  /** @internal Use `Contract.compile`. */
  static of(validator: Validator, text: string): CompiledContract {
    return new CompiledContract(validator, text);
  }

  /** @internal */
  static textOf(compiled: CompiledContract): string {
    return compiled.#text;
  }

  /** The contract's own name. */
  get name(): string {
    return this.#validator.contract.name;
  }

  /** The contract's own version. */
  get version(): string {
    return this.#validator.contract.version;
  }

  /**
   * Judges a JavaScript value as the JSON that `JSON.stringify` makes of it; a bigint stands for an integer. JavaScript cannot
   * tell 1.0 from 1: where that matters, use `validateJson`.
   */
  validate(event: unknown, options?: ValidateOptions): ValidationResult {
    const result = this.#validate(event as JsonValue, options);
    if (result.passed) return result;
    // What is not JSON breaks some rule; as the JSON that it is sent as, it may not.
    const json = fromJavaScript(event);
    return json === event ? result : this.#validate(json, options);
  }

  /**
   * Judges the text of one event, with numbers read as the gateway reads them.
   * @throws {InvalidJsonError} where the gateway's JSON parser would refuse the text.
   */
  validateJson(text: string, options?: ValidateOptions): ValidationResult {
    return this.#validate(parseJson(text), options);
  }

  /** Judges events one by one and adds what the uniqueness rules say of them together. */
  validateBatch(events: readonly unknown[], options?: ValidateOptions): ValidationResult[] {
    return this.#validateBatch(events.map(fromJavaScript), options);
  }

  /**
   * The same for the texts of events.
   * @throws {InvalidJsonError} at the first text that the gateway's JSON parser would refuse.
   */
  validateBatchJson(texts: readonly string[], options?: ValidateOptions): ValidationResult[] {
    return this.#validateBatch(texts.map(parseJson), options);
  }

  /**
   * Judges the records inside an envelope.
   * @throws {ContractGateError} when the contract declares no `envelope`.
   */
  validateEnvelope(payload: unknown, options?: ValidateOptions): BatchValidationResult {
    return this.#validateEnvelope(fromJavaScript(payload), options);
  }

  /**
   * The same for the text of a payload.
   * @throws {InvalidJsonError} where the gateway's JSON parser would refuse the text.
   * @throws {ContractGateError} when the contract declares no `envelope`.
   */
  validateEnvelopeJson(text: string, options?: ValidateOptions): BatchValidationResult {
    return this.#validateEnvelope(parseJson(text), options);
  }

  #validate(event: JsonValue, options: ValidateOptions | undefined, unique?: UniquenessTracker): ValidationResult {
    this.#stopwatch.start();
    const alone = this.#validator.check(event, this.#clock(options));
    const breaches = unique === undefined ? alone : [...alone, ...unique.check(event)];
    const violations = breaches.length === 0 ? none : breaches.map(violationOf);
    return { passed: violations === none, violations, validationUs: this.#stopwatch.stop() };
  }

  /** Unix seconds; not asked for where no rule depends on it. */
  #clock(options: ValidateOptions | undefined): number | undefined {
    return this.#validator.readsClock ? Math.floor(options?.now ?? Date.now() / 1000) : undefined;
  }

  #validateBatch(events: readonly JsonValue[], options: ValidateOptions | undefined): ValidationResult[] {
    const unique = this.#validator.trackUniqueness();
    return events.map((event) => this.#validate(event, options, unique));
  }

  #validateEnvelope(payload: JsonValue, options: ValidateOptions | undefined): BatchValidationResult {
    const start = performance.now();
    const result = this.#validator.checkEnvelope(payload, this.#clock(options));
    if (result === undefined) {
      throw new ContractGateError(`the contract \`${this.name}\` declares no envelope; use validate or validateBatch`);
    }
    return {
      passed: result.passed,
      quarantined: result.quarantined,
      violations: result.breaches.map(({ record, breach }) => ({ recordIndex: record, ...violationOf(breach) })),
      validationUs: microsecondsSince(start),
    };
  }
}

/** Shared by all events that pass. */
const none: readonly Violation[] = Object.freeze([]);

function parseJson(text: string): JsonValue {
  const result = readJson(text);
  if (result.ok) return result.value;
  const { line, column } = positionAt(text, result.offset);
  throw new InvalidJsonError(result.message, line, column);
}
