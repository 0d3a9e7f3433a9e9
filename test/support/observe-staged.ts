import { findRepository } from '../../src/snapshot/repository-root.ts';
import { openIndex } from '../../src/snapshot/index-snapshot.ts';
import { encodePath } from '../../src/git/path.ts';
import { stagedChanges } from '../../src/snapshot/staged-changes.ts';
import { SnapshotError } from '../../src/snapshot/snapshot.ts';
import type { Content, Entry, RepoPath, Snapshot } from '../../src/snapshot/snapshot.ts';
import type { Staged } from './traps/trap.ts';

/** What the snapshot says of what is about to be committed. Paths and contents: one character for each byte. */
export type Observation =
  | { readonly staged: Record<string, Staged>; readonly read: Record<string, string> }
  | { readonly problem: string; readonly hint: string | undefined };

/** As a program, it writes its observation to standard output; arguments: paths to read besides. */
async function observe(cwd: string, environment: NodeJS.ProcessEnv, paths: readonly RepoPath[]): Promise<Observation> {
  const git = findRepository(cwd, environment);
  if (!git) return { problem: 'no repository', hint: undefined };
  const staging = stagedChanges(git);
  const index = openIndex(git, staging);
  try {
    const changes = await staging;
    const staged: Record<string, Staged> = {};
    for (const { path, entry } of changes) if (!entry) staged[latin1(path)] = { kind: 'deleted' };
    Object.assign(
      staged,
      await contents(
        index,
        changes.flatMap(({ entry }) => entry ?? []),
      ),
    );
    return { staged, read: (await contents(index, paths)) as Record<string, string> };
  } catch (error) {
    if (error instanceof SnapshotError) return { problem: error.message, hint: error.hint };
    throw error;
  } finally {
    await index.close();
  }
}

async function contents(index: Snapshot, items: readonly (RepoPath | Entry)[]): Promise<Record<string, Staged>> {
  const found: Record<string, Staged> = {};
  for await (const { path, content } of index.read(items)) found[latin1(path)] = await stagedOf(content);
  return found;
}

async function stagedOf(content: Content): Promise<Staged> {
  if (content.kind === 'file') return (await content.bytes()).toString('latin1');
  if (content.kind === 'symlink' || content.kind === 'gitlink') return { kind: content.kind };
  return content.kind;
}

function latin1(path: RepoPath): string {
  return encodePath(path).toString('latin1');
}

process.stdout.write(JSON.stringify(await observe(process.cwd(), process.env, process.argv.slice(2))));
