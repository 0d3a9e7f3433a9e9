import { readPackageFile } from '../../setup/package-file.ts';
import type { Environment, ExitCode } from '../environment.ts';
import type { Options } from '../options.ts';

/** `schema mapping|contract|report`: the JSON Schema, as editors find it in templates/schemas. */
export async function run(_: Options, [name = '']: readonly string[], environment: Environment): Promise<ExitCode> {
  environment.stdout.write(readPackageFile(environment.packageFolder, `templates/schemas/${name}.json`));
  return 0;
}
