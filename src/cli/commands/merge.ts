import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mergeReports } from '../../check/merge-reports.ts';
import type { Report } from '../../check/report.ts';
import type { Problem } from '../../problem.ts';
import { plural } from '../../report/words.ts';
import { readReport } from '../../report/read-report.ts';
import type { Environment, ExitCode } from '../environment.ts';
import type { Options } from '../options.ts';
import { writeReport } from '../write-report.ts';

interface Part {
  readonly file: string;
  readonly report: Report;
  readonly version: string;
}

/** `merge REPORT.json…`: one report of the parts that shards have made. A part that is missing is a problem. */
export async function run(options: Options, files: readonly string[], environment: Environment): Promise<ExitCode> {
  const parts: Part[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const read = readPart(file, environment.cwd);
    if (read.ok) parts.push({ file, ...read });
    else problems.push({ code: 'usage', message: `${file} ${read.reason}` });
  }
  const [once, twins] = withoutTwins(parts);
  problems.push(...disagreements(once), ...twins, ...overlaps(once));
  if (problems.length === twins.length) problems.push(...missingShards(once));
  const merged = mergeReports(once.map(({ report }) => report));
  return writeReport({ ...merged, problems: [...problems, ...merged.problems] }, options, environment);
}

function readPart(file: string, cwd: string): ReturnType<typeof readReport> {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { ok: false, reason: code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})` };
  }
  return readReport(text);
}

/** Parts of what can have been no one run. */
function disagreements(parts: readonly Part[]): Problem[] {
  const [first, ...others] = parts;
  if (first === undefined) return [];
  return others.flatMap(({ file, report, version }) => {
    const [here, there] =
      version === first.version
        ? [report.snapshot, first.report.snapshot]
        : [`version ${version}`, `version ${first.version}`];
    const message = `${file} is of ${here}, but ${first.file} of ${there}`;
    return here === there ? [] : [{ code: 'usage', message, hint: 'Merge reports that one job made.' }];
  });
}

/** Parts without those that are another once more. */
function withoutTwins(parts: readonly Part[]): [once: readonly Part[], twins: readonly Problem[]] {
  const shards = new Map<string, string>();
  const twins: Problem[] = [];
  const once = parts.filter(({ file, report: { shard } }) => {
    if (shard === undefined) return true;
    const name = `${shard.index}/${shard.count}`;
    const twin = shards.get(name);
    if (twin === undefined) shards.set(name, file);
    else twins.push({ code: 'usage', message: `${twin} and ${file} are both shard ${name}`, hint: mergeOnce });
    return twin === undefined;
  });
  return [once, twins];
}

const mergeOnce = 'Only the first of them counts; merge each report once, and parts of one run only.';

/** Parts that tell of the same file. */
function overlaps(parts: readonly Part[]): Problem[] {
  const owners = new Map<string, string>();
  return parts.flatMap(({ file: part, report }) => {
    const again = report.checks.filter(({ file }) => owners.has(file));
    for (const { file } of report.checks) if (!owners.has(file)) owners.set(file, part);
    const [first, ...more] = again;
    if (first === undefined) return [];
    const what = more.length === 0 ? first.file : `${first.file} and ${plural(more.length, 'more file')}`;
    const message = `${owners.get(first.file)} and ${part} both tell of ${what}`;
    return [{ code: 'usage', message, hint: mergeOnce }];
  });
}

/** Of each number of shards that a part tells of, every one must be there. */
function missingShards(parts: readonly Part[]): Problem[] {
  const byCount = new Map<number, Set<number>>();
  const problems: Problem[] = [];
  for (const { report } of parts) {
    if (report.shard === undefined) continue;
    const { index, count } = report.shard;
    byCount.set(count, (byCount.get(count) ?? new Set()).add(index));
  }
  for (const [count, shards] of byCount) {
    for (let index = 1; index <= count; index++) {
      if (shards.has(index)) continue;
      const message = `the report of shard ${index}/${count} is missing`;
      problems.push({
        code: 'usage',
        message,
        hint: 'What it would have found is not known: look at the job that makes it.',
      });
    }
  }
  return problems;
}
