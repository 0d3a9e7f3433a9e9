import { findCoverage } from '../../inspect/coverage.ts';
import { listJson, listText } from '../../inspect/list-text.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { inspect } from '../inspect.ts';
import type { Options } from '../options.ts';

/** `list`: fixtures × contracts, and what is without the other. */
export async function run(options: Options, _: readonly string[], environment: Environment): Promise<ExitCode> {
  return inspect(options, environment, async (snapshot, configPath) => {
    const found = await findCoverage(snapshot, configPath);
    if (!found.ok) return found;
    const { coverage } = found;
    return { ok: true, text: options.json ? listJson(coverage, snapshot.name) : listText(coverage) };
  });
}
