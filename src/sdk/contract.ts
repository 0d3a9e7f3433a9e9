import type { Contract as ParsedContract } from '../contract/contract.ts';
import { parseContract } from '../contract/parse-contract.ts';
import { positionAt } from '../text-position.ts';
import { compileContract } from '../validation/compile-contract.ts';
import { CompiledContract } from './compiled-contract.ts';
import { ContractCompileError } from './errors.ts';

/** A data contract, read as the gateway reads it. */
export class Contract {
  readonly #text: string;
  readonly #parsed: ParsedContract;

  private constructor(text: string, parsed: ParsedContract) {
    this.#text = text;
    this.#parsed = parsed;
  }

  /** @throws {ContractCompileError} where the gateway would refuse the text. */
  static fromYaml(text: string): Contract {
    const result = parseContract(text);
    if (result.ok) return new Contract(text, result.contract);
    const { message, line, column } = result.problem;
    throw new ContractCompileError(message, line, column);
  }

  /** @internal */
  static textOf(contract: Contract): string {
    return contract.#text;
  }

  /** The contract's own name. */
  get name(): string {
    return this.#parsed.name;
  }

  /** The contract's own version: any text, `1.0` as much as `2026-01`. */
  get version(): string {
    return this.#parsed.version;
  }

  /** @throws {ContractCompileError} for a pattern that Rust's regex refuses, and for a PII transform on a non-string. */
  compile(): CompiledContract {
    const result = compileContract(this.#parsed);
    if (result.ok) return CompiledContract.of(result.validator, this.#text);
    const { line, column } = positionAt(this.#text, result.problem.at?.[0] ?? 0);
    throw new ContractCompileError(result.problem.message, line, column);
  }
}
