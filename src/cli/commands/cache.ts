import { dirname, join } from 'node:path';
import { clearFolder, folderFiles } from '../../cache/kept-files.ts';
import { findRepository } from '../../snapshot/repository-root.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { memoryFolder, openMemory } from '../memory.ts';
import type { Options } from '../options.ts';

/** `cache info|clear`: what runs keep for later runs, and where. */
export async function run(_: Options, [action]: readonly string[], environment: Environment): Promise<ExitCode> {
  const { cwd, env, stdout, compiledFolder } = environment;
  const repository = environment.git ?? findRepository(cwd, env);
  const folder = repository && memoryFolder(repository);
  const parsed = folder && join(folder, 'parsed');
  const clean = () => ` (${(repository && openMemory(repository)?.verdicts.size) ?? 0} clean)`;
  const places = [
    { what: 'verdicts', folder, count: clean, none: 'not in a repository' },
    { what: 'parsed contracts and mapping files', folder: parsed, none: 'not in a repository' },
    { what: 'compiled program', folder: compiledFolder, none: 'no folder for it' },
  ];
  for (const { what, folder: place, count, none } of places) {
    if (place === undefined) {
      stdout.write(`${what}: ${none}\n`);
      continue;
    }
    if (action === 'clear') clearFolder(place);
    const files = folderFiles(place).filter(({ path }) => place !== folder || dirname(path) !== parsed);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    stdout.write(`${what}: ${files.length === 0 ? 'nothing' : `${bytes} bytes`}${count?.() ?? ''} in ${place}\n`);
  }
  return 0;
}
