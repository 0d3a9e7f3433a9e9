import type { CompiledContract } from '../sdk/compiled-contract.ts';
import type { Contract } from '../sdk/contract.ts';

/** A contract, the path (from the working directory) or file URL of one (also as text), or its YAML text (of more than one line). */
export type ContractSource = Contract | CompiledContract | string | { readonly href: string };
