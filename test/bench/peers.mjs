import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = join(import.meta.dirname, '../../node_modules/.cache/contractgate-bench');

// Pinned: a ratio to a moving version says nothing. v8r needs a newer Node than the oldest that we run on.
const node24 = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const versions = {
  '@jirutka/ajv-cli': '6.0.0',
  '@sourcemeta/jsonschema': '16.11.0',
  ajv: '8.20.0',
  'ajv-cli': '5.0.0',
  'ata-validator': '1.27.1',
  [node24]: '24.21.0',
  typebox: '1.4.3',
  v8r: '6.1.0',
};

/**
 * The peers, from the registry into a folder of their own: they are nothing that this package depends on. Undefined, said on
 * standard error, where they cannot be had.
 */
export function installPeers() {
  const manifest = JSON.stringify({ private: true, dependencies: versions });
  const stamp = join(folder, 'installed.json');
  try {
    if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== manifest) {
      console.error('Installing the peers (once) …');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'package.json'), manifest);
      const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
      execFileSync('npm', ['install', ...options], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
      writeFileSync(stamp, manifest);
    }
  } catch (error) {
    console.error(`The peers are LEFT OUT: they could not be installed (${String(error.message).split('\n', 1)[0]}).`);
    return undefined;
  }
  const inside = (path) => join(folder, 'node_modules', path);
  const require = createRequire(join(folder, 'package.json'));
  return {
    versions,
    /** A library, imported from the folder. */
    load: (name) => import(pathToFileURL(require.resolve(name)).href),
    /** The native program itself, without the wrapper that costs a start of Node. */
    jsonschema: nativeProgram(inside('@sourcemeta/jsonschema/build/github-releases')),
    jirutkaAjv: [process.execPath, inside('@jirutka/ajv-cli/lib/main.js')],
    ajvCli: [process.execPath, inside('ajv-cli/dist/index.js')],
    ata: [process.execPath, inside('ata-validator/bin/ata.js')],
    v8r: [inside(`${node24}/bin/node`), inside('v8r/src/index.js')],
    node24: inside(`${node24}/bin/node`),
  };
}

/** The names that the package's own wrapper makes. */
function nativeProgram(builds) {
  const { platform, arch } = process;
  const isMusl = platform === 'linux' && process.report.getReport().header.glibcVersionRuntime === undefined;
  const system = platform === 'win32' ? 'windows' : platform;
  const name = `jsonschema-${system}-${arch === 'x64' ? 'x86_64' : arch}${isMusl ? '-musl' : ''}`;
  return join(builds, platform === 'win32' ? `${name}.exe` : name);
}
