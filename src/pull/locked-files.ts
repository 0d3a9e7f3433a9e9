import { readLocal } from './local-file.ts';
import { sha256 } from './lock-file.ts';
import type { Lock } from './lock-file.ts';

export interface EditedContract {
  readonly path: string;
  readonly state: 'missing' | 'edited';
}

/** Locked contracts whose files are gone, or are not what was pulled. Asks nobody. */
export function editedContracts(root: string, lock: Lock): readonly EditedContract[] {
  return [...lock].flatMap(([path, { sha256: hash }]): EditedContract[] => {
    const text = contentOf(root, path);
    if (text === undefined) return [{ path, state: 'missing' }];
    return sha256(text) === hash ? [] : [{ path, state: 'edited' }];
  });
}

/** Undefined also for what is no file. */
function contentOf(root: string, path: string): string | undefined {
  try {
    return readLocal(root, path);
  } catch {
    return undefined;
  }
}
