import process from 'node:process';
import { run } from '../cli/run.ts';

/** Of src/integrations as of dist/integrations. */
const packageFolder = new URL('../../', import.meta.url);

/** What lint-staged gives a function task besides the files (from 17.6 on). */
interface TaskContext {
  readonly log?: (text: string) => void;
}

/** A function task of lint-staged 16 or newer. */
export interface LintStagedTask {
  readonly title: string;
  task(files: readonly string[], context?: TaskContext): Promise<void>;
}

/**
 * A lint-staged task that checks the staged files that it is given, in lint-staged's own process:
 *
 *     // lint-staged.config.mjs
 *     import { lintStaged } from 'contractgate-hook/lint-staged';
 *     export default { '*.{json,ndjson,jsonl,yaml,yml}': lintStaged() };
 *
 * @param args Options of the command line, such as `['--config', 'ci/mapping.yaml']`.
 * @throws {Error} A short one, after the report has been printed, when a file violates or cannot be checked.
 */
export function lintStaged(args: readonly string[] = []): LintStagedTask {
  return {
    title: 'contractgate-hook',
    async task(files, context) {
      const printed: string[] = [];
      const output = { write: (text: string) => printed.push(text), columns: process.stdout.columns };
      const environment = { cwd: process.cwd(), env: process.env, stdout: output, stderr: output, packageFolder };
      const code = await run([...args, '--', ...files], environment);
      if (code === 0) return;
      const report = printed.join('');
      if (context?.log === undefined) process.stdout.write(`${report}\n`);
      else context.log(report);
      throw refusal(code);
    },
  };
}

/** lint-staged prints the error with its stack, which would tell the reader of the report nothing. */
function refusal(code: number): Error {
  const error = new Error(code === 1 ? 'staged files break their contracts' : 'staged files could not be checked');
  error.stack = error.message;
  return error;
}
