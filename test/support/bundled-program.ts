import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { machineEnvironment } from './machine-environment.ts';
import { projectRoot } from './release.ts';
import { succeed } from './run-command.ts';

/** Bundles src/ as a release does, into `folder`; gives the program's path. The committed bundle may be older than src/. */
export function bundleProgram(folder: string): string {
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  const environment = machineEnvironment();
  succeed('npm', ['run', '--silent', 'bundle', '--', folder], { cwd: projectRoot, environment });
  return join(folder, 'contractgate-hook.cjs');
}
