import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';

type CompilePattern = typeof import('../../../src/pattern/compile-pattern.ts').compilePattern;

const root = resolve(import.meta.dirname, '../../..');
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'contractgate-pattern-'));
  await build({
    entryPoints: [join(root, 'src/pattern/compile-pattern.ts')],
    outfile: join(folder, 'bundle.mjs'),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    external: ['rregex'],
    logLevel: 'silent',
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A bundle that has not loaded anything yet. */
async function freshBundle(name: string): Promise<CompilePattern> {
  const url = pathToFileURL(join(folder, 'bundle.mjs'));
  const module = (await import(`${url.href}?${name}`)) as { compilePattern: CompilePattern };
  return module.compilePattern;
}

it('where rregex is missing, says how to get it back instead of calling the pattern wrong', async () => {
  const compilePattern = await freshBundle('missing');
  expect(compilePattern('^[a-z]+$')).toMatchObject({ ok: true });
  expect(() => compilePattern('\\d')).toThrow(/rregex.*npm install/);
  expect(() => compilePattern('[')).toThrow(/rregex.*npm install/);
});

it('finds rregex from a bundle in one file', async () => {
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(root, 'node_modules/rregex'), join(folder, 'node_modules/rregex'), 'junction');
  const compilePattern = await freshBundle('installed');
  const digits = compilePattern('^\\d+$');
  expect(digits.ok && digits.matcher.test('٣')).toBe(true);
  expect(compilePattern('[')).toMatchObject({ ok: false });
});
