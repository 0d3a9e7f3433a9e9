// node test/build.mjs executable|library [FOLDER]: `npm run bundle` makes hooks/, `npm run compile` dist/.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { build, transform } from 'esbuild';

const root = join(import.meta.dirname, '..');
const [name, target] = process.argv.slice(2);
const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  external: ['rregex'],
  logLevel: 'warning',
};

const program = 'src/cli/run.ts';
/** What other threads run: loaded like a module of its own, by a name that does not change. */
const worker = './src/check/screen-worker.ts';

/**
 * Every module that is loaded when it is asked for imports the program, so that what they have in common with it is in one
 * file with all the rest of the program, rather than in as many as there are ways to share.
 */
const lazyModules = {
  name: 'lazy modules',
  setup({ onResolve, onLoad, resolve: find }) {
    onResolve({ filter: /^/ }, async ({ kind, path, resolveDir, pluginData }) => {
      const isLazy = kind === 'dynamic-import' || path === worker;
      if (!isLazy || pluginData === 'found') return undefined;
      const found = await find(path, { kind, resolveDir, pluginData: 'found' });
      const isOurs = path.startsWith('.') || path === worker;
      // From the root, so that what is made does not depend on where that is.
      return found.external ? undefined : { namespace: 'lazy', path: relative(root, found.path), pluginData: isOurs };
    });
    onLoad({ filter: /^/, namespace: 'lazy' }, ({ path, pluginData: isOurs }) => ({
      contents: `import './${program}';
        export * from './${path}';
        ${isOurs ? '' : `export { default } from './${path}';`}`,
      resolveDir: root,
    }));
  },
};

/** What runs the program takes that of the executable, which is in the package already. */
const programOfExecutable = {
  name: 'program of the executable',
  setup({ onResolve }) {
    onResolve({ filter: /\/cli\/run\.ts$/ }, () => ({ path: '../../hooks/lib/run.cjs', external: true }));
  },
};

const products = {
  executable: () => buildExecutable(resolve(root, target ?? 'hooks')),
  library: () => buildLibrary(resolve(root, target ?? 'dist')),
};
await products[name]();

async function buildLibrary(outdir) {
  clearChunks(outdir);
  await build({
    ...common,
    entryPoints: {
      index: 'src/index.ts',
      client: 'src/client.ts',
      'blocking/worker': 'src/blocking/worker.ts',
      'integrations/assert': 'src/integrations/assert.ts',
      'integrations/lint-staged': 'src/integrations/lint-staged.ts',
      'integrations/vitest': 'src/integrations/vitest.ts',
    },
    plugins: [programOfExecutable],
    outdir,
    chunkNames: 'lib/[name]-[hash]',
    splitting: true,
    // Names stay, for whoever reads a stack trace.
    minifyWhitespace: true,
    minifySyntax: true,
    // Packages that are CommonJS ask for modules of Node.
    banner: {
      js: "import{createRequire as contractgateCreateRequire}from'node:module';const require=contractgateCreateRequire(import.meta.url);",
    },
  });
}

/**
 * A small file that starts git and then loads the program. All CommonJS: Node comes to it sooner than to an ES module, and
 * Node 20 can keep the compiled code only of that. What a commit needs is one file of the program; what only some commands
 * need is read when they run.
 */
async function buildExecutable(outdir) {
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints: { run: program, 'screen-worker': worker },
    plugins: [lazyModules],
    outdir,
    outExtension: { '.js': '.cjs' },
    entryNames: 'lib/[name]-[hash]',
    chunkNames: 'lib/[name]-[hash]',
    splitting: true,
    minify: true,
    define: { 'import.meta.url': '__filename' },
    metafile: true,
    write: false,
  });
  clearChunks(outdir);
  const options = { format: 'cjs', platform: 'node', minify: true, supported: { 'dynamic-import': false } };
  for (const { path, text } of outputFiles) writeFileSync(path, (await transform(text, options)).code);

  // By these names they are found from elsewhere.
  for (const name of ['run', 'screen-worker']) {
    const { path } = outputFiles.find((file) => basename(file.path).startsWith(`${name}-`));
    writeFileSync(join(outdir, `lib/${name}.cjs`), `module.exports = require('./${basename(path)}');\n`);
  }
  const outputs = Object.entries(metafile.outputs);
  const [entry, { imports }] = outputs.find(([, { entryPoint }]) => entryPoint === program);
  const [hot, ...others] = imports.filter(({ external }) => !external);
  if (others.length > 0) throw new Error('the program is in more than one file');
  const files = { entry: `./lib/${basename(entry)}`, hot: `./lib/${basename(hot.path)}` };
  await build({
    ...common,
    entryPoints: { 'contractgate-hook': 'src/bin.ts' },
    outdir,
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    minify: true,
    define: { PROGRAM: JSON.stringify(files), 'import.meta.dirname': '__dirname' },
  });
  // The name that hooks written by hand may have for it.
  const esm = "#!/usr/bin/env node\nimport './contractgate-hook.cjs';\n";
  writeFileSync(join(outdir, 'contractgate-hook.mjs'), esm, { mode: 0o755 });
}

/** The name of a file tells its content: an old one would stay behind. */
function clearChunks(outdir) {
  rmSync(join(outdir, 'lib'), { recursive: true, force: true });
  mkdirSync(join(outdir, 'lib'), { recursive: true });
}
