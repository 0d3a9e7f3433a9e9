import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { machineEnvironment } from './machine-environment.ts';
import { projectRoot } from './release.ts';
import { succeed } from './run-command.ts';

/** Compiles src/ into `folder` as a release does, but for the types; gives the folder of its entry points. */
export function compileLibrary(folder: string): string {
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  const library = join(folder, 'dist');
  const environment = machineEnvironment();
  succeed(process.execPath, ['test/build.mjs', 'library', library], { cwd: projectRoot, environment });
  return library;
}

/** `contractgate-hook/client` as users get it: the blocking client's worker is a file of its own. */
export async function importClient(library: string): Promise<typeof import('../../src/client.ts')> {
  return (await import(pathToFileURL(join(library, 'client.js')).href)) as typeof import('../../src/client.ts');
}
