import { spawnSync } from 'node:child_process';

export interface OutsideTool {
  /** Its name, or where it is. */
  readonly program: string;
  readonly skipped: boolean;
  /** For the title of its tests. */
  readonly title: string;
}

/** A tool that is not on npm. Its tests are skipped where it is missing, which is said aloud, but never in CI. */
export function outsideTool(name: string, howToInstall: string): OutsideTool {
  const found = spawnSync(name, ['--version'], { encoding: 'utf8' });
  if (found.status === 0)
    return { program: name, skipped: false, title: found.stdout.trim().split('\n', 1)[0] ?? name };
  const missing = `${name} is not on PATH (${howToInstall})`;
  if ((process.env['CI'] ?? '') !== '') throw new Error(`${missing}: in CI its tests may not be skipped`);
  process.stderr.write(`SKIPPED: ${missing}\n`);
  return { program: name, skipped: true, title: `${name} [SKIPPED: ${missing}]` };
}
