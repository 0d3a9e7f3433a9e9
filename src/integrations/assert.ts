export { assertEvent } from '../assertion/assert-event.ts';
export type { ContractSource } from '../assertion/contract-source.ts';
