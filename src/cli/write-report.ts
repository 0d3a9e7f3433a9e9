import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import picocolors from 'picocolors';
import type { Report } from '../check/report.ts';
import type { Problem } from '../problem.ts';
import { formats } from '../report/formats.ts';
import { joined } from '../report/joined.ts';
import { printable } from '../report/printable.ts';
import type { Style } from '../report/style.ts';
import { exitCodeOf } from '../report/summary.ts';
import type { Environment, ExitCode } from './environment.ts';
import type { Options } from './options.ts';
import { parseOutputs } from './outputs.ts';
import type { Outputs } from './outputs.ts';
import { showsLinks, wantsColors } from './terminal.ts';

/**
 * The report in every format that was asked for: files first, so that stdout can tell of one that could not be written. Notes
 * go to stderr; the answer is the exit code. `root`: the folder that paths in the report lead from.
 */
export async function writeReport(
  report: Report,
  options: Options,
  environment: Environment,
  root: string = environment.cwd,
): Promise<ExitCode> {
  const outputs = parseOutputs(options.format);
  if (typeof outputs === 'string') throw new Error('the formats were not looked at before the run');
  for (const note of report.notes) environment.stderr.write(`note: ${printable(note)}\n`);
  const plain: Style = {
    colors: picocolors.createColors(false),
    width: 120,
    path: (path) => path,
    link: (text) => text,
  };
  const style = styleOf(environment, root);
  const unwritten = await writeFiles(report, outputs, { ...plain, path: style.path }, plain, environment);
  const whole = unwritten.length === 0 ? report : { ...report, problems: [...report.problems, ...unwritten] };
  const reporter = await formats[outputs.stdout](whole);
  for (const piece of joined(reporter(whole, style))) environment.stdout.write(piece);
  return exitCodeOf(whole);
}

/** What could not be written. Who reads a file later on may stand anywhere. */
async function writeFiles(
  report: Report,
  { stdout, files }: Outputs,
  here: Style,
  anywhere: Style,
  { cwd, env, stderr }: Environment,
): Promise<Problem[]> {
  const summary = env['GITHUB_STEP_SUMMARY'] ?? '';
  const wantsSummary = summary !== '' && (stdout === 'github' || files.some(({ format }) => format === 'github'));
  if (files.length === 0 && !wantsSummary) return [];
  const { appendToFile, writeFile } = await import('./write-file.ts');
  const problems: (Problem | undefined)[] = [];
  for (const { format, path } of files) {
    const reporter = await formats[format](report);
    // By its name it cannot be opened where it is a socket.
    if (path === '/dev/stderr') for (const piece of joined(reporter(report, here))) stderr.write(piece);
    else problems.push(writeFile(resolve(cwd, path), reporter(report, anywhere)));
  }
  if (wantsSummary) {
    const { reportStepSummary } = await import('../report/step-summary.ts');
    problems.push(appendToFile(summary, reportStepSummary(report)));
  }
  return problems.filter((problem) => problem !== undefined);
}

/** For people, in the folder that they are in: as editors, shells and terminals take a path. */
function styleOf({ cwd, env, stdout }: Environment, root: string): Style {
  const isTerminal = stdout.isTTY ?? false;
  return {
    colors: picocolors.createColors(wantsColors(env, isTerminal)),
    width: stdout.columns ?? 120,
    path: root === cwd ? (path) => path : (path) => fromHere(path, root, cwd),
    link: showsLinks(env, isTerminal)
      ? (text, path) => osc8(text, pathToFileURL(join(root, path)).href)
      : (text) => text,
  };
}

function fromHere(path: string, root: string, cwd: string): string {
  return isAbsolute(path) ? path : relative(cwd, join(root, path)).split(sep).join('/');
}

/** https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda */
function osc8(text: string, url: string): string {
  return `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`;
}
