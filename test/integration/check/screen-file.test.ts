import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isLoaded } from '../../../src/check/load-contracts.ts';
import { compile } from '../../../src/check/read-contract.ts';
import type { LoadedContract } from '../../../src/check/load-contracts.ts';
import { isLineByLine, readScreened } from '../../../src/check/screen-file.ts';
import type { Mapping } from '../../../src/mapping/mapping.ts';
import { readNdjson } from '../../../src/event/read-ndjson.ts';
import { engineNow, readVectors } from '../../conformance/vectors.ts';
import { bundleProgram } from '../../support/bundled-program.ts';
import { plainMapping, reportTexts } from '../../support/read-and-judge.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';

const folder = new TemporaryFolder();
const place = join(folder.path, 'x.ndjson');
let worker: string;
beforeAll(() => {
  bundleProgram(folder.path);
  worker = join(folder.path, 'lib/screen-worker.cjs');
});
afterAll(() => folder[Symbol.dispose]());

function load(text: string): LoadedContract {
  const contract = compile('c/x.yaml', Buffer.from(text));
  if (!isLoaded(contract)) throw new Error(contract.message);
  return contract;
}

const contract = load(`version: "1"
name: t
ontology:
  entities:
    - { name: a, type: integer, max: 99 }
    - { name: text, type: string, required: false, transform: { kind: mask } }
`);
const unique = load(`version: "1"
name: u
ontology: { entities: [{ name: a, type: integer }] }
quality: [{ field: a, type: uniqueness }]
`);

const good = fc.nat(99).map((a) => `{"a":${a}}`);
/** A NUL byte is not among them: a first block of 64 KiB with one is no text at all, and these parts are smaller. */
const line: fc.Arbitrary<Buffer> = fc.oneof(
  { weight: 12, arbitrary: good.map((text) => Buffer.from(text)) },
  fc
    .constantFrom(
      '{"a":100}',
      '{"a":1.0}',
      '{"a":"x","text":"é😀"}',
      '{"a":1,"text":7}',
      '{"items":[{"a":1},{"a":"x"}]}',
      '{}',
      '7',
      '{"a":1},{"a":2}',
      '{"a":1',
      '"b"}',
      '"\\ud800"',
      '',
      ' \t',
      '\r',
      '\ufeff{"a":1}',
    )
    .map((text) => Buffer.from(text)),
  fc.constant(Buffer.from([0x22, 0xff, 0xfe, 0x22])),
  fc.integer({ min: 60_000, max: 140_000 }).map((length) => Buffer.from(`{"a":1,"text":"${'é'.repeat(length / 2)}"}`)),
);

/** A file of lines with every kind of line end, of which the last may have none. */
const file: fc.Arbitrary<Buffer> = fc
  .tuple(
    fc.constantFrom('', '\ufeff'),
    fc.array(fc.tuple(line, fc.constantFrom('\n', '\n', '\r\n', '\n\n', '\r')), { maxLength: 40 }),
    fc.constantFrom('', '{"a":1}', '{"a":'),
  )
  .map(([start, lines, end]) =>
    Buffer.concat([
      Buffer.from(start),
      ...lines.flatMap(([text, stop]) => [text, Buffer.from(stop)]),
      Buffer.from(end),
    ]),
  );

function* pieces(bytes: Buffer, sizes: readonly number[]): Generator<Buffer> {
  for (let start = 0, turn = 0; start < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(start, start + size);
    start += size;
  }
}

const maxLineLength = 100_000;
const mapped = (select: string | undefined): Mapping => ({ ...plainMapping, ...(select !== undefined && { select }) });
const select = fc.constantFrom(undefined, undefined, '/items/*');

/** By parts, on so many threads. */
async function screened(
  bytes: Buffer,
  by: LoadedContract,
  mapping: Mapping,
  partSize: number,
  threads: number,
  now?: number,
) {
  writeFileSync(place, bytes);
  const options = { now, showValues: false };
  const lines = { place, size: bytes.length, mapping, contract: by, maxLineLength, options };
  return reportTexts(readScreened(lines, { threads, partSize, worker }), by, mapping, now);
}

const plain = (chunks: Iterable<Buffer>, by: LoadedContract, mapping: Mapping, now?: number) =>
  reportTexts(readNdjson(chunks, { select: mapping.select, maxLineLength }), by, mapping, now);

describe('the report on a file of lines is the same to the byte', () => {
  test('in whatever pieces its bytes come, uniqueness included', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 70_000 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(file, sizes, select, fc.constantFrom(contract, unique), async (bytes, some, path, by) => {
        const mapping = mapped(path);
        expect(await plain(pieces(bytes, some), by, mapping)).toEqual(await plain([bytes], by, mapping));
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['one thread', 1, 200],
    ['several threads', 3, 25],
  ])('in whatever parts it is cut, on %s', async (_, threads, numRuns) => {
    const partSize = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 60, max: 200_000 }));
    await fc.assert(
      fc.asyncProperty(file, partSize, select, async (bytes, size, path) => {
        const mapping = mapped(path);
        expect(await screened(bytes, contract, mapping, size, threads)).toEqual(
          await plain([bytes], contract, mapping),
        );
      }),
      { numRuns },
    );
  });

  const vectors = [...readVectors('handmade'), ...readVectors('generated')].filter(({ accepted }) => accepted);
  test('for the whole corpus', async () => {
    for (const [index, { name, contract: text, events = [] }] of vectors.entries()) {
      const by = load(text);
      const lines = events.map(({ json }) => json.replaceAll('\n', ' '));
      // Much that holds before the first that does not, so that most parts are not given up.
      const bytes = Buffer.from([...lines, ...lines].join('\n'));
      const expected = await plain([bytes], by, plainMapping, engineNow);
      expect(await plain(pieces(bytes, [7, 64]), by, plainMapping, engineNow), name).toEqual(expected);
      if (!isLineByLine(plainMapping, by)) continue;
      const threads = index % 20 === 0 ? 2 : 1;
      expect(await screened(bytes, by, plainMapping, 40, threads, engineNow), name).toEqual(expected);
    }
  }, 240_000);
});
