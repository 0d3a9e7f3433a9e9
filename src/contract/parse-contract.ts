import { positionAt } from '../text-position.ts';
import type { ContractResult } from './contract.ts';
import { decodeContract } from './decode-contract.ts';
import { Refusal } from './decoder.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { YamlError } from '../yaml/cursor.ts';

/** Reads a contract's YAML text as the gateway does (`serde_yaml::from_str::<Contract>`); patterns stay unread. */
export function parseContract(text: string): ContractResult {
  const document = readYaml(text);
  const outcome = document instanceof YamlError ? document : decodeContract(document);
  if (outcome instanceof YamlError || outcome instanceof Refusal) {
    const { message, offset, hint } = outcome;
    return { ok: false, problem: { message, ...positionAt(text, offset), ...(hint !== undefined && { hint }) } };
  }
  return { ok: true, contract: outcome };
}
