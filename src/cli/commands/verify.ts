import { emptyReport } from '../../check/report.ts';
import { runChecks } from '../../check/run-checks.ts';
import { snapshotProblem } from '../../check/snapshot-problem.ts';
import { connect, gatewayProblem } from '../../connection/connection.ts';
import type { Connection } from '../../connection/connection.ts';
import type { Problem } from '../../problem.ts';
import { printable } from '../../report/printable.ts';
import { plural } from '../../report/words.ts';
import { bugReport } from '../../verify/bug-report.ts';
import { compareVerdicts } from '../../verify/compare-verdicts.ts';
import type { Difference } from '../../verify/compare-verdicts.ts';
import { GatewayClock } from '../../verify/gateway-clock.ts';
import { questionsOf } from '../../verify/question.ts';
import type { Question } from '../../verify/question.ts';
import { version } from '../../version.ts';
import type { Environment, ExitCode } from '../environment.ts';
import type { Options } from '../options.ts';
import { fromRoot, select } from '../select.ts';
import { writeReport } from '../write-report.ts';

/** `verify`: what the gateway says of the fixtures, held against what we say. */
export async function run(options: Options, files: readonly string[], environment: Environment): Promise<ExitCode> {
  const clock = new GatewayClock();
  const connection = connect(environment.cwd, environment.env, clock.fetch);
  if ('code' in connection) return refuse([connection], options, environment);
  const { questions, problems } = await collect(options, files, environment);
  environment.stderr.write(`asking ${connection.url} about ${plural(questions.length, 'event')}\n`);
  const differences: Difference[] = [];
  try {
    differences.push(...(await askAll(questions, connection, clock)));
  } catch (error) {
    return refuse([...problems, gatewayProblem(error)], options, environment);
  } finally {
    await connection.client.close();
  }
  const exitCode = problems.length > 0 ? 2 : differences.length > 0 ? 1 : 0;
  if (options.json) {
    environment.stdout.write(json(questions, differences, problems, connection, options));
    return exitCode;
  }
  for (const difference of differences) environment.stdout.write(`${text(difference, options)}\n`);
  if (problems.length > 0) await refuse(problems, options, environment);
  const agree = `${plural(questions.length - differences.length, 'verdict')} of ${questions.length} agree`;
  environment.stdout.write(`contractgate-hook verify: ${agree} with ${connection.url}\n`);
  return exitCode;
}

interface Collected {
  readonly questions: readonly Question[];
  readonly problems: readonly Problem[];
}

/** The events that a check of the selection judges. Without one, all that is mapped. */
async function collect(options: Options, files: readonly string[], environment: Environment): Promise<Collected> {
  const isSelected =
    files.length > 0 || options.staged || options.rev !== undefined || options['from-ref'] !== undefined;
  const questions: Question[] = [];
  try {
    const selected = await select({ ...options, all: options.all ?? !isSelected }, files, environment);
    const { selection, root } = selected;
    try {
      const { problems } = await runChecks(selection, {
        showValues: true,
        observe: (file, event, contracts) => {
          for (const by of contracts) questions.push(...questionsOf(file, event, by));
        },
        ...(options.config !== undefined && { configPath: fromRoot(options.config, environment.cwd, root) }),
      });
      return { questions, problems: [...selected.problems, ...problems] };
    } finally {
      await selection.snapshot.close();
    }
  } catch (error) {
    return { questions, problems: [snapshotProblem(error)] };
  }
}

/** The client keeps to a few at a time; the first failure ends all. */
async function askAll(
  questions: readonly Question[],
  { client }: Connection,
  clock: GatewayClock,
): Promise<readonly Difference[]> {
  const compared = await Promise.all(questions.map((question) => compareVerdicts(question, client, clock)));
  return compared.filter((difference) => difference !== undefined);
}

function text(difference: Difference, options: Options): string {
  const { file, line, record, by } = difference.question;
  const report = bugReport(difference, options['show-values'] ?? false)
    .split('\n')
    .map(printable)
    .join('\n');
  return `${printable(file)}:${line}: event ${record}, by ${printable(by.path)}: the verdicts differ, which is a bug of contractgate-hook. Please report it with:\n\n${report}`;
}

function json(
  questions: readonly Question[],
  differences: readonly Difference[],
  problems: readonly Problem[],
  { url }: Connection,
  options: Options,
): string {
  const document = {
    tool: { name: 'contractgate-hook', version },
    gateway: url,
    asked: questions.length,
    agreed: questions.length - differences.length,
    differences: differences.map((difference) => ({
      file: difference.question.file,
      line: difference.question.line,
      record: difference.question.record,
      contract: difference.question.by.path,
      bugReport: bugReport(difference, options['show-values'] ?? false),
    })),
    problems,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function refuse(problems: readonly Problem[], options: Options, environment: Environment): Promise<ExitCode> {
  return writeReport(emptyReport('none', problems), { format: [options.json ? 'json' : 'human'] }, environment);
}
