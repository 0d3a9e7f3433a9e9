import { spawnSync } from 'node:child_process';

export interface OutsideTool {
  readonly skipped: boolean;
  /** For the title of its tests. */
  readonly title: string;
}

/** A tool that is not on npm. Its tests are skipped where it is missing, which is said aloud, but never in CI. */
export function outsideTool(name: string, howToInstall: string): OutsideTool {
  if (spawnSync(name, ['--version']).status === 0) return { skipped: false, title: name };
  const missing = `${name} is not on PATH (${howToInstall})`;
  if ((process.env['CI'] ?? '') !== '') throw new Error(`${missing}: in CI its tests may not be skipped`);
  process.stderr.write(`SKIPPED: ${missing}\n`);
  return { skipped: true, title: `${name} [SKIPPED: ${missing}]` };
}
