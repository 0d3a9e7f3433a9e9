import { parseContract } from '../contract/parse-contract.ts';
import type { Problem } from '../problem.ts';
import { positionAt } from '../text-position.ts';
import type { LoadedContract } from './load-contracts.ts';
import { compileOnce } from './validator-of.ts';
import { notUtf8Problem } from './not-utf8.ts';

/** A contract from its text. */
export function compile(path: string, bytes: Buffer): LoadedContract | Problem {
  const text = bytes.toString('utf8');
  const problem = notUtf8Problem(bytes, text, { code: 'contract', file: path, what: 'the contract' });
  return problem ?? compileText(path, text);
}

/** A contract's text, compiled; or why it cannot be used. */
export function compileText(path: string, text: string): LoadedContract | Problem {
  const parsed = parseContract(text);
  if (!parsed.ok) {
    const { message, ...place } = parsed.problem;
    return { code: 'contract', message: `the gateway refuses the contract: ${message}`, file: path, ...place };
  }
  const { contract } = parsed;
  const compiled = compileOnce(contract);
  if (!compiled.ok) {
    const { message, at } = compiled.problem;
    return {
      code: 'contract',
      message: `the gateway refuses the contract: ${message}`,
      file: path,
      ...positionAt(text, at?.[0] ?? 0),
    };
  }
  return { path, text, contract };
}
