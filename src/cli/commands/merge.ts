import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mergeReports } from '../../check/merge-reports.ts';
import type { Report } from '../../check/report.ts';
import type { Problem } from '../../problem.ts';
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
  problems.push(...disagreements(parts), ...(problems.length > 0 ? [] : missingShards(parts)));
  const merged = mergeReports(parts.map(({ report }) => report));
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

/** Of each number of shards that a part tells of, every one must be there, once. */
function missingShards(parts: readonly Part[]): Problem[] {
  const byCount = new Map<number, Map<number, string>>();
  const problems: Problem[] = [];
  for (const { file, report } of parts) {
    if (report.shard === undefined) continue;
    const { index, count } = report.shard;
    const shards = byCount.get(count) ?? new Map<number, string>();
    byCount.set(count, shards);
    const twin = shards.get(index);
    if (twin !== undefined) {
      problems.push({ code: 'usage', message: `${twin} and ${file} are both shard ${index}/${count}` });
    }
    shards.set(index, file);
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
