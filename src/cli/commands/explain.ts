import { explainPath } from '../../inspect/explain-path.ts';
import type { Explanation } from '../../inspect/explain-path.ts';
import { explainJson, explainText } from '../../inspect/explain-text.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { inspect } from '../inspect.ts';
import type { Options } from '../options.ts';
import { fromRoot } from '../select.ts';

/** `explain PATH…`: which mapping and contract, and why not others. */
export async function run(options: Options, files: readonly string[], environment: Environment): Promise<ExitCode> {
  return inspect(options, environment, async (snapshot, configPath, root) => {
    const explanations: Explanation[] = [];
    for (const file of files) {
      const result = await explainPath(snapshot, fromRoot(file, environment.cwd, root), configPath);
      if (!result.ok) return result;
      explanations.push(result.explanation);
    }
    return { ok: true, text: options.json ? explainJson(explanations) : explanations.map(explainText).join('\n') };
  });
}
