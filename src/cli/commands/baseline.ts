import { Baseline, BaselineRecorder } from '../../baseline/baseline.ts';
import { baselineText, parseBaseline } from '../../baseline/baseline-file.ts';
import type { BaselineEntry } from '../../baseline/entry.ts';
import { loadConfig } from '../../check/load-config.ts';
import { emptyReport } from '../../check/report.ts';
import type { Report } from '../../check/report.ts';
import { runChecks } from '../../check/run-checks.ts';
import { snapshotProblem } from '../../check/snapshot-problem.ts';
import { plural } from '../../report/words.ts';
import { replaceFile } from '../../setup/file-change.ts';
import { unifiedDiff } from '../../setup/unified-diff.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { Environment, ExitCode } from '../environment.ts';
import type { Options } from '../options.ts';
import { fromRoot, select } from '../select.ts';
import { writeReport } from '../write-report.ts';

/** `baseline`: records the violations of the worktree, or with --prune takes out what is no longer there. */
export async function run(options: Options, _: readonly string[], environment: Environment): Promise<ExitCode> {
  try {
    const { selection, root } = await select({ ...options, all: true }, [], environment);
    const { snapshot } = selection;
    try {
      const configPath = options.config === undefined ? undefined : fromRoot(options.config, environment.cwd, root);
      const loaded = await loadConfig(snapshot, configPath);
      const recorder = new BaselineRecorder();
      const report = await runChecks(selection, {
        showValues: false,
        record: recorder.recognise,
        ...(configPath !== undefined && { configPath }),
        ...(options['max-file-size'] !== undefined && { maxFileSize: Number(options['max-file-size']) }),
      });
      // A baseline without what could not be looked at would refuse it later, or drop it.
      if (!loaded.ok || report.problems.length > 0) return await refuse(report, environment);
      const path = loaded.config.baseline;
      const before = await textAt(snapshot, path);
      const entries = options.prune ? pruned(before ?? '', recorder.entries) : recorder.entries;
      if (entries === undefined) return await unreadable(path, environment);
      return write({ path, before, entries, root }, options, environment);
    } finally {
      await snapshot.close();
    }
  } catch (error) {
    return await refuse(emptyReport('worktree', [snapshotProblem(error)]), environment);
  }
}

function refuse({ problems, snapshot }: Report, environment: Environment): Promise<ExitCode> {
  return writeReport(emptyReport(snapshot, problems), {}, environment);
}

function unreadable(path: string, environment: Environment): Promise<ExitCode> {
  const message = 'the baseline cannot be read, so that nothing can be taken out of it';
  const problem = { code: 'config', message, file: path, hint: 'Record it anew without --prune.' } as const;
  return writeReport(emptyReport('worktree', [problem]), {}, environment);
}

async function textAt(snapshot: Snapshot, path: string): Promise<string | undefined> {
  for await (const { content } of snapshot.read([path])) {
    if (content.kind === 'file') return (await content.bytes()).toString('utf8');
  }
  return undefined;
}

/** What of a baseline is still there, never more than it had. Undefined where it cannot be read. */
function pruned(text: string, found: readonly BaselineEntry[]): readonly BaselineEntry[] | undefined {
  const parsed = text === '' ? ({ ok: true, entries: [] } as const) : parseBaseline(text);
  return parsed.ok ? new Baseline(parsed.entries).among(found) : undefined;
}

interface Recorded {
  readonly path: string;
  readonly before: string | undefined;
  readonly entries: readonly BaselineEntry[];
  readonly root: string;
}

function write({ path, before, entries, root }: Recorded, options: Options, { stdout }: Environment): ExitCode {
  const count = entries.reduce((sum, entry) => sum + entry.count, 0);
  const files = new Set(entries.map(({ file }) => file)).size;
  const what = `${plural(count, 'violation')} in ${plural(files, 'file')}`;
  const after = baselineText(entries);
  if (before === undefined && count === 0) stdout.write('Nothing to record: everything holds.\n');
  else if (before === after) stdout.write(`${path} is as it should be: ${what}.\n`);
  else if (options['dry-run']) stdout.write(unifiedDiff({ path, before, after }));
  else {
    replaceFile(`${root}/${path}`, after);
    stdout.write(`${path} now has ${what}. Commit it: git add ${path}\n`);
  }
  return 0;
}
