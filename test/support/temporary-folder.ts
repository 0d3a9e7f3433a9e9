import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** A folder for one test, gone afterwards. Its path has no links in it. */
export class TemporaryFolder implements Disposable {
  readonly path: string;

  constructor() {
    this.path = realpathSync.native(mkdtempSync(join(tmpdir(), 'contractgate-')));
    const fromHere = relative(process.cwd(), this.path);
    if (!fromHere.startsWith('..')) throw new Error(`${this.path} is inside of this very repository`);
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
  }
}
