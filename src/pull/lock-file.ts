import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../problem.ts';

export const lockName = 'contractgate-hook.lock.json';

/** A contract as it was pulled. */
export interface LockedContract {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Of the file, with line ends as `\n`, so that a checkout may have its own. Hex. */
  readonly sha256: string;
  /** This version was asked for; without, the latest stable one is meant. */
  readonly pinned?: true;
}

/** By path from the root, in order. */
export type Lock = ReadonlyMap<string, LockedContract>;

/** An empty lock where there is no file. */
export function readLock(root: string): Lock | Problem {
  const path = join(root, lockName);
  if (!existsSync(path)) return new Map();
  const contracts = contractsOf(readFileSync(path, 'utf8'));
  if (contracts !== undefined) return new Map(Object.entries(contracts));
  const hint = 'Restore it, or delete it and run contractgate-hook pull --force.';
  return { code: 'config', message: 'the lock of pulled contracts cannot be read', file: lockName, hint };
}

/** Always the same text for the same contracts. */
export function lockText(lock: Lock): string {
  const contracts = Object.fromEntries([...lock].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ lockVersion: 1, contracts }, undefined, 2)}\n`;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}

function contractsOf(text: string): { readonly [path: string]: LockedContract } | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { lockVersion, contracts } = (document ?? {}) as { readonly [key: string]: unknown };
  if (lockVersion !== 1 || typeof contracts !== 'object' || contracts === null) return undefined;
  // A path that leads out of the repository is not one that was pulled.
  const areInside = Object.keys(contracts).every((path) => !/^[/\\]|^\w:|(^|[/\\])\.\.([/\\]|$)/.test(path));
  return areInside && Object.values(contracts).every(isLocked)
    ? (contracts as { readonly [path: string]: LockedContract })
    : undefined;
}

function isLocked(value: unknown): value is LockedContract {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, version, sha256: hash, pinned } = value as { readonly [key: string]: unknown };
  return (
    [id, name, version, hash].every((text) => typeof text === 'string') && (pinned === undefined || pinned === true)
  );
}
