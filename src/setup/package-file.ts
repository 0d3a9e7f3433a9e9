import { readFileSync } from 'node:fs';

/** The text of a file that comes with this package. @throws Error where the package is not whole */
export function readPackageFile(packageFolder: URL, path: string): string {
  return readFileSync(new URL(path, packageFolder), 'utf8');
}
