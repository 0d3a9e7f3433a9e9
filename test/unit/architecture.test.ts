import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = resolve(import.meta.dirname, '../../src');

interface Room {
  readonly name: string;
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
  readonly builtins: readonly string[];
}

/** The table of src/README.md: `| \`room\` | does | rooms | packages | node: |`. */
function readRooms(): Room[] {
  const rows = readFileSync(join(source, 'README.md'), 'utf8').matchAll(/^\| `([a-z-]+)` *\|(.*)\|$/gm);
  return [...rows].map(([, name = '', cells = '']) => {
    const [, rooms = [], packages = [], builtins = []] = cells.split('|').map(words);
    return { name, rooms, packages, builtins };
  });
}

function words(cell: string): string[] {
  return cell
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

interface Import {
  readonly file: string;
  readonly target: string;
}

function importsOf(file: string): Import[] {
  return importsIn(codeOf(file), file);
}

/** The text of a file without its comments. */
function codeOf(file: string): string {
  return readFileSync(join(source, file), 'utf8').replace(/^\s*\/\/.*$|\/\*[^]*?\*\//gm, '');
}

/** Static and dynamic imports, and `require` with a literal. */
function importsIn(text: string, file: string): Import[] {
  const found = text.matchAll(/(?:\bfrom|\bimport|\bimport\(|\brequire\w*\()\s*'([^']+)'/g);
  return [...found].map(([, target = '']) => ({ file, target }));
}

/** Why an import is against the table; undefined when it is not. */
function objectionTo({ file, target }: Import, rooms: readonly Room[]): string | undefined {
  const room = rooms.find(({ name }) => file.startsWith(`${name}/`));
  if (room === undefined) return undefined;
  const objection = `${file} may not import ${target}`;
  if (target.startsWith('node:')) return room.builtins.includes(target.slice(5)) ? undefined : objection;
  if (!target.startsWith('.')) {
    return room.packages.some((name) => target === name || target.startsWith(`${name}/`)) ? undefined : objection;
  }
  const [top = ''] = relative(source, resolve(source, dirname(file), target)).split('/');
  const isRoom = rooms.some(({ name }) => name === top);
  if (isRoom) return top === room.name || room.rooms.includes(top) ? undefined : objection;
  return ['index.ts', 'bin.ts', '..'].includes(top) ? objection : undefined;
}

describe('the rooms of src/', () => {
  const rooms = readRooms();
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

  it('are the folders that exist', () => {
    const folders = readdirSync(source, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(rooms.map(({ name }) => name).toSorted()).toEqual(folders.toSorted());
  });

  it('import only what their row allows', () => {
    expect(files.length).toBeGreaterThan(50);
    const objections = files.flatMap(importsOf).map((found) => objectionTo(found, rooms));
    expect(objections.filter((objection) => objection !== undefined)).toEqual([]);
  });

  it.each([
    ['validation/checks/planted.ts', "import { run } from '../../git/run.ts';"],
    ['contract/planted.ts', "import { readFileSync } from 'node:fs';"],
    ['event/planted.ts', "const git = await import('simple-git');"],
    ['check/planted.ts', "export { run } from '../index.ts';"],
  ])('would fail on a planted import in %s', (file, text) => {
    const [planted] = importsIn(text, file);
    expect(planted && objectionTo(planted, rooms)).toMatch(/may not import/);
  });

  it('leave `process` to bin.ts, to the integrations and to the worker of the blocking client', () => {
    const readers = files.filter((file) => /(?<![#.])\bprocess\.(?!ts')/.test(codeOf(file)));
    expect(readers.filter((file) => !/^(bin|integrations\/.*|blocking\/worker)\.ts$/.test(file))).toEqual([]);
  });

  it('have short files', () => {
    const lengths = files
      .map((file) => readFileSync(join(source, file), 'utf8').split('\n').length)
      .toSorted((a, b) => a - b);
    expect(lengths.at(-1)).toBeLessThanOrEqual(300);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(90);
  });
});
