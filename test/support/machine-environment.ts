import { delimiter } from 'node:path';

/**
 * What a person's shell has: everything inherited but what git tells its hooks, npm its scripts, a CI its jobs, and vitest
 * its workers. Tests run inside of all of these.
 */
export function machineEnvironment(): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (variable): variable is [string, string] => variable[1] !== undefined && !situational.test(variable[0]),
  );
  return { ...Object.fromEntries(inherited), PATH: pathWithoutScripts(process.env['PATH'] ?? '') };
}

const situational =
  /^(GIT_|XDG_|PRE_COMMIT|VITEST|NODE_ENV$|TEST$|CI$|SKIP$|FORCE_COLOR$|NO_COLOR$|HUSKY|INIT_CWD$|npm_(lifecycle|package|command|(node_)?execpath|config_(local_|global_)?prefix))/;

/** npm puts the commands of the project's own dependencies in front: a test would find them instead of the user's. */
function pathWithoutScripts(path: string): string {
  return path
    .split(delimiter)
    .filter((folder) => !/[\\/]node_modules[\\/](\.bin|npm[\\/].*node-gyp-bin)$/.test(folder))
    .join(delimiter);
}
