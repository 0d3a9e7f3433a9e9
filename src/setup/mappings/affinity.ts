import type { LoadedContract } from '../../check/load-contracts.ts';
import type { RepoPath } from '../../snapshot/snapshot.ts';

/** A part of a contract's path that fixtures may be called by: the path is `before` + `word` + `after`. */
export interface Key {
  readonly before: string;
  readonly word: string;
  readonly after: string;
}

/** How a path names a contract. */
export interface Affinity {
  readonly key: Key;
  /** `folder`: a folder on the way is called so. `stem`: the file, up to its first dot. `like`: nearly so, or in part. */
  readonly kind: 'folder' | 'stem' | 'like';
  /** Of the steps of the path: which. */
  readonly step: number;
  /** The larger, the surer. */
  readonly strength: number;
}

/** `contracts/user_events.v1.yaml`: its name up to the first dot, then its folder (for `user_events/contract.yaml`). */
export function keysOf({ path }: LoadedContract): readonly Key[] {
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  const word = name.slice(0, name.indexOf('.'));
  const keys = [{ before: path.slice(0, slash + 1), word, after: name.slice(word.length) }];
  const parent = path.slice(0, Math.max(slash, 0));
  const folder = parent.slice(parent.lastIndexOf('/') + 1);
  if (folder !== '' && isGeneric(word)) {
    keys.push({
      before: parent.slice(0, parent.length - folder.length),
      word: folder,
      after: path.slice(parent.length),
    });
  }
  return keys;
}

/** Names that tell nothing of what the contract is about. */
function isGeneric(word: string): boolean {
  return /^(contract|schema|index|main|v?\d+([._-]\d+)*)$/i.test(word);
}

/** How a file's path names a contract; undefined: not at all. */
export function affinityOf(file: RepoPath, key: Key): Affinity | undefined {
  const steps = file.split('/');
  const name = steps.pop() ?? '';
  const stem = name.slice(0, name.indexOf('.'));
  // Of two packages that have a contract of the same name, each has its own.
  const nearness = sharedSteps(file, `${key.before}${key.word}`) / 100;
  const folder = steps.lastIndexOf(key.word);
  if (folder !== -1) return { key, kind: 'folder', step: folder, strength: 3 + nearness };
  if (stem === key.word) return { key, kind: 'stem', step: steps.length, strength: 3 + nearness };
  const word = plain(key.word);
  const like = steps.findLastIndex((step) => plain(step) === word);
  if (like !== -1) return { key, kind: 'like', step: like, strength: 2 + nearness };
  const begins = plain(stem).startsWith(word) && !/^[a-z0-9]/i.test(stem.slice(key.word.length));
  return plain(stem) === word || begins ? { key, kind: 'like', step: steps.length, strength: 1 + nearness } : undefined;
}

/** Without case, separators and a plural's ending. */
function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/s$/, '');
}

function sharedSteps(left: string, right: string): number {
  const others = right.split('/');
  const at = left.split('/').findIndex((step, index) => step !== others[index]);
  return at === -1 ? others.length : at;
}
