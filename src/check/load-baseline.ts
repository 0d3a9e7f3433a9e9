import type { Baseline } from '../baseline/baseline.ts';
import type { Problem } from '../problem.ts';
import type { RepoPath, Snapshot } from '../snapshot/snapshot.ts';

/** The baseline of a snapshot; undefined where it has none. Only then is anything loaded for it. */
export async function loadBaseline(snapshot: Snapshot, path: string): Promise<Baseline | Problem | undefined> {
  for await (const { content } of snapshot.read([path])) {
    if (content.kind === 'absent') return undefined;
    if (content.kind !== 'file') return { code: 'config', message: `the baseline is a ${content.kind}`, file: path };
    const text = (await content.bytes()).toString('utf8');
    const [{ parseBaseline }, { Baseline }] = await Promise.all([
      import('../baseline/baseline-file.ts'),
      import('../baseline/baseline.ts'),
    ]);
    const parsed = parseBaseline(text);
    if (parsed.ok) return new Baseline(parsed.entries);
    const hint = '`contractgate-hook baseline` records it anew.';
    return { code: 'config', message: parsed.message, file: path, line: parsed.line, column: 1, hint };
  }
  return undefined;
}

/** Says so of entries of the baseline that are of no more use, among the files that a run has looked at. */
export function unusedNotes(baseline: Baseline, path: string, files: 'all' | readonly RepoPath[]): readonly string[] {
  const looked = new Set(files);
  const unused = baseline.unused(files === 'all' ? () => true : (file) => looked.has(file));
  if (unused.length === 0) return [];
  const count = unused.reduce((sum, entry) => sum + entry.count, 0);
  const what = count === 1 ? '1 violation of the baseline is' : `${count} violations of the baseline are`;
  const them = count === 1 ? 'it' : 'them';
  return [`${what} no longer there: \`contractgate-hook baseline --prune\` takes ${them} out of ${path}`];
}
