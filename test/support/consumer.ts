import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TemporaryFolder } from './temporary-folder.ts';

/** The folder of a project that has the package among its `node_modules`. */
export function consumer(files: Readonly<Record<string, string>>, modules: string): TemporaryFolder {
  const folder = new TemporaryFolder();
  symlinkSync(modules, join(folder.path, 'node_modules'));
  writeFileSync(join(folder.path, 'package.json'), '{ "type": "module" }\n');
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder.path, name), text);
  return folder;
}
