import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { benchFolder } from './repository.mjs';

const root = join(import.meta.dirname, '../..');

/** What a user downloads and gets: our package as npm would publish it, and those that it needs. */
export async function* tables() {
  const folder = benchFolder();
  try {
    yield { title: 'Size', rows: sizeRows(folder.root) };
  } finally {
    folder.dispose();
  }
}

function sizeRows(folder) {
  const npm = (args, cwd) => execFileSync('npm', [...args, '--silent'], { cwd, encoding: 'utf8' });
  npm(['run', 'compile'], root);
  const [{ filename, size, unpackedSize, entryCount }] = JSON.parse(
    npm(['pack', '--json', '--pack-destination', folder], root),
  );
  npm(['init', '--yes'], folder);
  npm(['install', '--no-audit', '--no-fund', '--ignore-scripts', join(folder, filename)], folder);
  const installed = readdirSync(join(folder, 'node_modules'), { withFileTypes: true, recursive: true });
  const files = installed.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const packages = Object.keys(
    JSON.parse(npm(['ls', '--json', '--all'], folder)).dependencies['contractgate-hook'].dependencies ?? {},
  );
  const kilobytes = (number) => `${Math.round(number / 1000)} kB`;
  return [
    { name: 'tarball', size: kilobytes(size), aims: [{ aim: 'at most 400 kB', met: size <= 400_000 }] },
    { name: `unpacked, ${entryCount} files`, size: kilobytes(unpackedSize) },
    { name: `installed with ${packages.join(', ')}`, size: kilobytes(bytes) },
    { name: 'packages', size: `${packages.length + 1}`, aims: [{ aim: 'at most 3', met: packages.length + 1 <= 3 }] },
  ];
}
