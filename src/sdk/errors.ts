/** What every error of this package extends. */
export class ContractGateError extends Error {
  override readonly name: string = 'ContractGateError';
}

/** The gateway would refuse this contract. */
export class ContractCompileError extends ContractGateError {
  override readonly name = 'ContractCompileError';
  /** 1-based place in the YAML text. */
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(`${message} (line ${line}, column ${column})`);
    this.line = line;
    this.column = column;
  }
}

/** The gateway's JSON parser would refuse this text. */
export class InvalidJsonError extends ContractGateError {
  override readonly name = 'InvalidJsonError';
  /** 1-based place in the JSON text; the column counts UTF-16 units. */
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(`${message} (line ${line}, column ${column})`);
    this.line = line;
    this.column = column;
  }
}
