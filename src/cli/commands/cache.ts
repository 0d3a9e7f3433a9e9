import { clearFolder, folderFiles } from '../../cache/kept-files.ts';
import { findRepository } from '../../snapshot/repository-root.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { memoryFolder, openMemory } from '../memory.ts';
import type { Options } from '../options.ts';

/** `cache info|clear`: what runs keep for later runs, and where. */
export async function run(_: Options, [action]: readonly string[], environment: Environment): Promise<ExitCode> {
  const { cwd, env, stdout, compiledFolder } = environment;
  const repository = environment.git ?? findRepository(cwd, env);
  const places = [
    { what: 'verdicts', folder: repository && memoryFolder(repository), none: 'not in a repository' },
    { what: 'compiled program', folder: compiledFolder, none: 'no folder for it' },
  ];
  for (const { what, folder, none } of places) {
    if (folder === undefined) {
      stdout.write(`${what}: ${none}\n`);
      continue;
    }
    if (action === 'clear') clearFolder(folder);
    const files = folderFiles(folder);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    const count =
      what === 'verdicts' && repository !== undefined ? ` (${openMemory(repository)?.size ?? 0} clean)` : '';
    stdout.write(`${what}: ${files.length === 0 ? 'nothing' : `${bytes} bytes`}${count} in ${folder}\n`);
  }
  return 0;
}
