// Plumbing: full object ids whatever core.abbrev is, the whole tree whatever diff.relative is, no refresh of the index.
const options = ['--cached', '--raw', '-z', '--no-renames', '--ita-invisible-in-index'];

/** Git's arguments for how the index differs from a tree. What was only announced (`add --intent-to-add`) is not part of it. */
export function stagedDiffArguments(tree: string): readonly string[] {
  return ['diff-index', ...options, tree];
}
