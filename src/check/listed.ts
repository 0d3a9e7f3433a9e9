/** `a.json`, `a.json and b.json`, `a.json, b.json and 7 more files`: two paths, and how many more there are. */
export function listed(files: readonly string[]): string {
  const [first = '', second, ...more] = files;
  if (second === undefined) return first;
  return more.length === 0
    ? `${first} and ${second}`
    : `${first}, ${second} and ${more.length} more file${more.length === 1 ? '' : 's'}`;
}
