import {
  chmodSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { TemporaryRepository } from './temporary-repository.ts';

/** One change to a repository, or to what is kept beside it; applied where it makes sense. */
export type Step = readonly [name: keyof typeof steps, path: string, variant: number];

interface Place {
  readonly repository: TemporaryRepository;
  /** Unix seconds. */
  readonly now: () => number;
  /** Lets time pass. */
  readonly wait: (seconds: number) => void;
}

const contract = (name: string, rules = '') =>
  `version: "1"\nname: ${name}\nontology:\n  entities:\n    - { name: a, type: integer }\n    - { name: text, type: string, required: false }\n${rules}`;
const stricter = (text: string) => text.replace('type: integer', 'type: integer, max: 5');
const freshness = 'quality:\n  - { field: a, type: freshness, max_age_seconds: 60 }\n';

export const contracts: Readonly<Record<string, string>> = {
  'c/t.yaml': contract('t'),
  'c/unique.yaml': contract('unique', 'quality:\n  - { field: a, type: uniqueness }\n'),
  'c/fresh.yaml': contract('fresh', freshness),
  'c/envelope.yaml': `${contract('envelope')}envelope: { records_path: data }\n`,
  'c/v1.yaml': contract('v').replace('integer', 'string'),
  'c/v2.yaml': contract('v', 'metrics:\n  - { name: m, field: a, max: 7 }\n'),
};

const mapping = (more = '', options = '') => `version: 1
mappings:
  - { files: "bad/**", contract: c/t.yaml, expect: fail${options} }
  - { files: "v/**", exclude: "**/a.*", contract: [c/v2.yaml, c/v1.yaml, c/t.yaml], resolution: fallback }
  - { files: "{t,unique,fresh,envelope}/**", contract: "c/$1.yaml" }
${more}`;
const mappings = [
  mapping(),
  mapping('freshness: now\n'),
  mapping('freshness: "2001-09-09T01:46:40Z"\n'),
  mapping('fixtures: ["*/**"]\nunmapped: warn\n'),
  mapping('fixtures: ["*/**"]\nunmapped: error\ncontracts: "c/**"\n'),
  mapping('maxFileSize: 20\n'),
  mapping('', ', kinds: [type_mismatch]'),
  mapping('contracts: ["c/**"]\nfreshness: now\n').replace('[c/v2.yaml', '[c/v1.yaml'),
  'version: 1\nmappings: 3\n',
];

export const mappingFile = 'contractgate-hook.yaml';
export const firstMapping = mapping();

const contents = ({ now }: Place): readonly string[] => [
  '{"a":1}',
  '{"a":2,"text":"x"}',
  '{"a":"x"}',
  '{"a":9}',
  '[{"a":1},{"a":1},{"a":3}]',
  '[{"a":1},{"a":"s"}]',
  '{"a":1}\n{"a":2}\n',
  '{"a":1}\n\n{"b":2}\n',
  '{"data":[{"a":1},{"a":2}]}',
  `{"a":${now()}}`,
  `{"a":${now() - 30}}`,
  '[]',
  '',
  '\n \n',
  '{',
  '"x"',
  '{"a":1.0}',
  'a: 1\n---\na: 2\n',
  '\uFEFF{"a":1}',
  'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n',
];

const folders = ['t', 'bad', 'v', 'unique', 'fresh', 'envelope', 'elsewhere'] as const;
const names = ['a.json', 'b.json', 'c.ndjson', 'd.yaml', 'deep/é b.json'] as const;

/** What holds where it is, by the first mapping. */
function holding(path: string): string {
  const value = path.startsWith('bad/') ? '"x"' : '1';
  if (path.startsWith('envelope/')) return path.endsWith('.yaml') ? 'data: [{ a: 1 }]\n' : '{"data":[{"a":1}]}';
  if (path.endsWith('.yaml')) return `a: ${value}\n`;
  return path.endsWith('.ndjson') ? `{"a":${value}}\n` : `{"a":${value},"text":"${path}"}`;
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

const steps = {
  write: (place: Place, path: string, variant: number) => place.repository.write(path, pick(contents(place), variant)),
  stage: (place: Place, path: string, variant: number) => place.repository.stage(path, pick(contents(place), variant)),
  /** Of the same length as what is there, with the time that it had. */
  forge({ repository }: Place, path: string) {
    const file = join(repository.root, path);
    if (!isFile(file)) return;
    const { atime, mtime } = lstatSync(file);
    writeFileSync(file, readFileSync(file, 'latin1').replace(/"a"/, '"b"'), 'latin1');
    utimesSync(file, atime, mtime);
  },
  touch({ repository }: Place, path: string, variant: number) {
    const file = join(repository.root, path);
    const time = variant % 2 === 0 ? new Date(variant * 1e9) : lstatSync(join(repository.root, '.git/index')).mtime;
    if (isFile(file)) utimesSync(file, time, time);
  },
  remove: ({ repository }: Place, path: string) => repository.remove(path),
  rename({ repository }: Place, path: string, variant: number) {
    const to = `${pick(folders, variant)}/moved.json`;
    if (!isFile(join(repository.root, path)) || !isTracked(repository, path)) return;
    repository.write(to);
    repository.git('mv', '--force', path, to);
  },
  link({ repository }: Place, path: string) {
    repository.remove(path);
    repository.write(`${path}.beside`);
    repository.remove(`${path}.beside`);
    symlinkSync('../t/a.json', join(repository.root, path));
  },
  mode({ repository }: Place, path: string) {
    if (isFile(join(repository.root, path))) chmodSync(join(repository.root, path), 0o755);
  },
  contract({ repository }: Place, _: string, variant: number) {
    const [path, text] = pick(Object.entries(contracts), variant);
    repository.write(path, pick([text, stricter(text), `${text}# A word.\n`, '}'], Math.floor(variant / 7)));
  },
  mapping: ({ repository }: Place, _: string, variant: number) =>
    repository.write(mappingFile, pick(mappings, variant)),
  attributes({ repository }: Place, _: string, variant: number) {
    const lines = ['', '*.json eol=crlf\n', '*.json working-tree-encoding=UTF-16LE-BOM\n', '*.json ident\n'];
    repository.write('.gitattributes', pick(lines, variant));
  },
  ignore: ({ repository }: Place, path: string) => repository.write('.gitignore', `${path}\n`),
  crlf: ({ repository }: Place, _: string, variant: number) =>
    repository.git('config', 'core.autocrlf', pick(['true', 'false'], variant)),
  trusting({ repository }: Place, path: string, variant: number) {
    const flags = ['--assume-unchanged', '--no-assume-unchanged', '--skip-worktree', '--no-skip-worktree'];
    if (isTracked(repository, path)) repository.git('update-index', pick(flags, variant), path);
  },
  addAll: ({ repository }: Place) => repository.git('add', '--all'),
  /** Everything holds again, and nothing differs from the index. */
  mend({ repository }: Place) {
    for (const path of repository.git('ls-files', '-z').split('\0').filter(Boolean)) {
      repository.git('update-index', '--no-assume-unchanged', '--no-skip-worktree', path);
    }
    repository.write('.gitattributes');
    repository.write('.gitignore');
    repository.git('config', 'core.autocrlf', 'false');
    for (const [path, text] of Object.entries({ ...contracts, [mappingFile]: firstMapping }))
      repository.write(path, text);
    for (const path of repository.git('ls-files', '-z', '--cached', '--others').split('\0')) {
      if (!folders.some((folder) => path.startsWith(`${folder}/`))) continue;
      repository.remove(path);
      repository.write(path, holding(path));
    }
    repository.git('add', '--all');
  },
  commit: ({ repository }: Place) => repository.commit(),
  checkOut({ repository }: Place, path: string) {
    if (isTracked(repository, path)) repository.git('checkout', '--force', '--', path);
  },
  wait: ({ wait }: Place, _: string, variant: number) => wait(variant),
  /** What runs keep: cut off, changed, exchanged, taken away. */
  spoil({ repository }: Place, _: string, variant: number) {
    const folder = join(repository.root, '.git/contractgate-hook');
    if (!existsSync(folder)) return;
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter(isFile);
    if (files.length === 0) return;
    const file = pick(files, variant);
    const bytes = readFileSync(file);
    const spoilt = [
      bytes.subarray(0, variant),
      Buffer.from(bytes).fill(variant, bytes.length - 9),
      readFileSync(pick(files, variant + 1)),
      Buffer.alloc(0),
    ];
    writeFileSync(file, pick(spoilt, Math.floor(variant / 3)));
  },
};

function isFile(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isTracked(repository: TemporaryRepository, path: string): boolean {
  return repository.git('ls-files', '--stage', '--', `:(literal)${path}`) !== '' && isFile(join(repository.root, path));
}

export const path = fc.tuple(fc.constantFrom(...folders), fc.constantFrom(...names)).map((parts) => parts.join('/'));

/** Steps of which most write. */
export const step: fc.Arbitrary<Step> = fc.tuple(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('write' as const, 'stage' as const, 'addAll' as const) },
    { weight: 4, arbitrary: fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])) },
  ),
  path,
  fc.nat(200),
);

export function apply([name, path_, variant]: Step, place: Place): void {
  steps[name](place, path_, variant);
}
