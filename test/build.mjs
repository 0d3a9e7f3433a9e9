// node test/build.mjs executable|library [FOLDER]: `npm run bundle` makes hooks/, `npm run compile` dist/.
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');

const products = {
  // What a commit needs is in one file; what only some commands need is in lib/, read when they run.
  executable: {
    entryPoints: { 'contractgate-hook': 'src/bin.ts' },
    folder: 'hooks',
    outExtension: { '.js': '.mjs' },
    minify: true,
  },
  library: {
    entryPoints: { index: 'src/index.ts', 'integrations/lint-staged': 'src/integrations/lint-staged.ts' },
    folder: 'dist',
  },
};

const [name, target] = process.argv.slice(2);
const { folder, ...options } = products[name];
const outdir = resolve(root, target ?? folder);
// The name of a chunk tells its content: an old one would stay behind.
rmSync(join(outdir, 'lib'), { recursive: true, force: true });
await build({
  ...options,
  absWorkingDir: root,
  outdir,
  chunkNames: 'lib/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  external: ['rregex'],
  logLevel: 'warning',
  // Packages that are CommonJS ask for modules of Node.
  banner: {
    js: "import{createRequire as contractgateCreateRequire}from'node:module';const require=contractgateCreateRequire(import.meta.url);",
  },
});
