import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { machineEnvironment } from './machine-environment.ts';
import { projectRoot } from './release.ts';
import { succeed } from './run-command.ts';

/** Bundles src/ as a release does, into `folder`; gives the program's path. The committed bundle may be older than src/. */
export function bundleProgram(folder: string): string {
  const program = join(folder, 'contractgate-hook.mjs');
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  const environment = machineEnvironment();
  succeed('npm', ['run', '--silent', 'bundle', '--', `--outfile=${program}`], { cwd: projectRoot, environment });
  return program;
}
