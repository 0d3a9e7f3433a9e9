/** What every error of this package extends. */
export class ContractGateError extends Error {
  override readonly name: string = 'ContractGateError';
}

/** An error about a place in a text. */
class PlacedError extends ContractGateError {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(`${message} (line ${line}, column ${column})`);
    this.line = line;
    this.column = column;
  }
}

/** The gateway would refuse this contract; the place is in its YAML text. */
export class ContractCompileError extends PlacedError {
  override readonly name = 'ContractCompileError';
}

/** The gateway's JSON parser would refuse this text. */
export class InvalidJsonError extends PlacedError {
  override readonly name = 'InvalidJsonError';
}
