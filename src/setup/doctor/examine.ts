import type { Git } from '../../git/environment.ts';
import { openIndex } from '../../snapshot/index-snapshot.ts';
import type { RepoPath } from '../../snapshot/snapshot.ts';
import { openWorktree } from '../../snapshot/worktree-snapshot.ts';
import { lookAround } from '../place.ts';
import { environmentChecks } from './environment-checks.ts';
import type { Finding } from './finding.ts';
import { hookChecks, hookOf } from './hook-checks.ts';
import { lockChecks } from './lock-checks.ts';
import { mappingChecks } from './mapping-checks.ts';

export interface ExamineOptions {
  readonly nodeVersion?: string | undefined;
  readonly configPath?: string | undefined;
}

/** Everything that can keep a commit from being checked as it should be. @throws SnapshotError */
export async function examine(git: Git, { nodeVersion, configPath }: ExamineOptions): Promise<readonly Finding[]> {
  const place = await lookAround(git);
  const findings = [
    ...environmentChecks(place, nodeVersion, hookOf(place).runner),
    ...hookChecks(place),
    ...lockChecks(git.root),
  ];
  const tracked = await trackedPaths(git);
  const worktree = openWorktree(git);
  try {
    for await (const finding of mappingChecks(place, worktree, tracked, configPath)) findings.push(finding);
  } finally {
    await worktree.close();
  }
  return findings;
}

async function trackedPaths(git: Git): Promise<ReadonlySet<RepoPath>> {
  const index = openIndex(git);
  try {
    return new Set((await index.list()).map(({ path }) => path));
  } finally {
    await index.close();
  }
}
