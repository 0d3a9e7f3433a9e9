export { CompiledContract } from './sdk/compiled-contract.ts';
export type { ValidateOptions } from './sdk/compiled-contract.ts';
export { Contract } from './sdk/contract.ts';
export { ContractCompileError, ContractGateError, InvalidJsonError } from './sdk/errors.ts';
export type { BatchValidationResult, ValidationResult, Violation, ViolationKind } from './validation/violation.ts';
