// node test/build.mjs executable|library [FOLDER]: `npm run bundle` makes hooks/, `npm run compile` dist/.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
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
/** What a commit needs besides where no earlier run has left it the verdicts: what reads contracts, and what judges. */
const judging = ['src/mapping/parse-config.ts', 'src/check/read-contract.ts', 'src/check/check-fixture.ts'];
/** What other threads run: loaded like a module of its own, by a name that does not change. */
const worker = './src/check/screen-worker.ts';

/**
 * Every module that is loaded when it is asked for imports the program and, if it has anything in common with that, what
 * judges: so each of these two is one file, rather than as many as there are ways to share. `inputs`: of esbuild's metafile.
 */
const lazyModules = (inputs) => ({
  name: 'lazy modules',
  setup({ onResolve, onLoad, resolve: find }) {
    const light = reachedFrom([program], inputs);
    const heavy = [...reachedFrom(judging, inputs)].filter((path) => !light.has(path));
    const judges = (path) => heavy.some((part) => reachedFrom([path], inputs).has(part));
    onResolve({ filter: /^/ }, async ({ kind, path, resolveDir, pluginData }) => {
      const isLazy = kind === 'dynamic-import' || (kind === 'entry-point' && path === worker);
      if (!isLazy || pluginData === 'found') return undefined;
      const found = await find(path, { kind, resolveDir, pluginData: 'found' });
      const isOurs = path.startsWith('.');
      // From the root, so that what is made does not depend on where that is.
      return found.external ? undefined : { namespace: 'lazy', path: relative(root, found.path), pluginData: isOurs };
    });
    onLoad({ filter: /^/, namespace: 'lazy' }, ({ path, pluginData: isOurs }) => ({
      contents: `${[program, ...(judges(path) ? judging : [])].map((each) => `import './${each}';`).join('\n')}
        export * from './${path}';
        ${isOurs ? '' : `export { default } from './${path}';`}`,
      resolveDir: root,
    }));
  },
});

/** Modules, with all that they import before they run. */
function reachedFrom(paths, inputs) {
  const reached = new Set(paths);
  for (const path of reached) {
    for (const { path: next, kind } of inputs[path]?.imports ?? []) if (kind !== 'dynamic-import') reached.add(next);
  }
  return reached;
}

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
  const entryPoints = {
    index: 'src/index.ts',
    client: 'src/client.ts',
    'blocking/worker': 'src/blocking/worker.ts',
    'integrations/assert': 'src/integrations/assert.ts',
    'integrations/lint-staged': 'src/integrations/lint-staged.ts',
    'integrations/vitest': 'src/integrations/vitest.ts',
  };
  dropInnerTypes(outdir, Object.keys(entryPoints));
  await build({
    ...common,
    entryPoints,
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

/** Of what tsc has declared, what the entry points do not lead to: nobody can come to it. */
function dropInnerTypes(outdir, entryPoints) {
  const reached = new Set(entryPoints.map((entry) => join(outdir, `${entry}.d.ts`)).filter((file) => existsSync(file)));
  for (const file of reached) {
    for (const [, target] of readFileSync(file, 'utf8').matchAll(/\b(?:from|import\()\s*['"](\.[^'"]+)\.[jt]s['"]/g)) {
      reached.add(join(dirname(file), `${target}.d.ts`));
    }
  }
  for (const name of existsSync(outdir) ? readdirSync(outdir, { recursive: true }) : []) {
    const file = join(outdir, name);
    if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(file);
  }
}

/**
 * A small file that starts git and then loads the program. All CommonJS: Node comes to it sooner than to an ES module, and
 * Node 20 can keep the compiled code only of that. What every commit needs is one file of the program, what most need is a
 * second one, and what only some commands need is read when they run.
 */
async function buildExecutable(outdir) {
  const entryPoints = { run: program, 'screen-worker': worker };
  const { inputs } = (await build({ ...common, entryPoints, outdir, splitting: true, metafile: true, write: false }))
    .metafile;
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints,
    plugins: [lazyModules(inputs)],
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
  const filesOf = (entry) => {
    const [path, { imports }] = outputs.find(([, { entryPoint }]) => entryPoint?.endsWith(entry));
    return [path, ...imports.filter(({ kind }) => kind === 'import-statement').map(({ path: file }) => file)];
  };
  const [entry, ...hot] = filesOf(program);
  const perJudging = judging.map((path) =>
    filesOf(path)
      .slice(1)
      .filter((file) => !hot.includes(file)),
  );
  const shared = new Set(perJudging.flat());
  if (hot.length !== 1 || shared.size !== 1) throw new Error('the program is in more files than it should be');
  await build({
    ...common,
    entryPoints: { 'contractgate-hook': 'src/bin.ts' },
    outdir,
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    minify: true,
    define: { PROGRAM: JSON.stringify(`./lib/${basename(entry)}`), 'import.meta.dirname': '__dirname' },
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
