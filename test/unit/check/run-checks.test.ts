import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../src/check/progress.ts';
import { brief, checkMemory, contract, mapping, placesOf } from '../../support/check-memory.ts';

const base = { 'contractgate-hook.yaml': mapping, 'c/t.yaml': contract };

describe('checks', () => {
  it('judge each event of JSON, NDJSON and YAML by the contract that the mapping names', async () => {
    const report = await checkMemory({
      ...base,
      'f/t/one.json': '{"a":1}',
      'f/t/many.json': '[{"a":1},{"a":"x"},{}]',
      'f/t/lines.ndjson': '{"a":1}\n\n{"a":1.0}\r\n{"a"\n{"a":2}',
      'f/t/docs.yaml': 'a: 1\n---\na: x\n---\n- {a: 1.0}\n- {a: 0x10}\n',
      'other.json': 'not ours',
    });
    expect(report.problems).toEqual([]);
    expect(brief(report)).toEqual([
      'f/t/docs.yaml 1 a type_mismatch',
      'f/t/docs.yaml 2 a type_mismatch',
      'f/t/lines.ndjson 1 a type_mismatch',
      'f/t/lines.ndjson 2 <root> invalid_json',
      'f/t/many.json 1 a type_mismatch',
      'f/t/many.json 2 a missing_required_field',
    ]);
    expect(report.checks.map(({ file, events, failedEvents }) => [file, events, failedEvents])).toEqual([
      ['f/t/docs.yaml', 4, 2],
      ['f/t/lines.ndjson', 4, 2],
      ['f/t/many.json', 3, 2],
      ['f/t/one.json', 1, 0],
    ]);
  });

  it.each<[string, string | Uint8Array, string, [number, number]]>([
    ['empty', '', 'empty', [1, 1]],
    ['truncated', '{"a":1', 'the end of the text', [1, 7]],
    ['with a byte order mark', '\ufeff{"a":1}', 'byte order mark', [1, 1]],
    ['UTF-16', Buffer.from('\ufeff{"a":1}', 'utf16le'), 'UTF-16', [1, 1]],
    ['UTF-16 without a mark', Buffer.from('{"a":1}', 'utf16le'), 'UTF-16', [1, 1]],
    ['binary', Buffer.from([0x7b, 0x22, 0, 0, 1]), 'binary', [1, 3]],
    ['not UTF-8', Buffer.from([0x7b, 0x0a, 0x22, 0xff, 0x22]), 'UTF-8', [2, 2]],
    ['with a comment', '{"a":1} // one', 'comment', [1, 9]],
  ])('a fixture that is %s is a violation, named for what it is', async (_, content, words, [line, column]) => {
    const report = await checkMemory({ ...base, 'f/t/x.json': content });
    const [check] = report.checks;
    expect(check?.violations).toHaveLength(1);
    expect(check?.violations[0]).toMatchObject({ kind: 'invalid_json', record: 0 });
    expect(check?.violations[0]?.message).toMatch(new RegExp(words));
    expect(placesOf(report)[0]?.start).toEqual({ line, column });
  });

  it.each([
    ['x.json', '[]', 0],
    ['x.yaml', '[]\n', 0],
    ['x.json', '{"a":1}', 1],
  ])('a fixture without events is told of: %s of %j', async (name, content, events) => {
    const report = await checkMemory({ ...base, [`f/t/${name}`]: content });
    expect(report.checks).toMatchObject([{ events, passed: true }]);
    expect(report.notes).toEqual(events > 0 ? [] : [`no events in f/t/${name}: nothing of it was checked`]);
  });

  it.each([
    ['f/t/x.json', 'version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12\n', 'Git LFS pointer'],
    ['f/t/x.ndjson', 'version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12\n', 'Git LFS pointer'],
    ['f/t/x.json', `["${'x'.repeat(200)}"]`, 'limit is 100'],
    ['f/t/x.csv', 'a\n1\n', 'tells no format'],
  ])('%s that cannot be judged is a problem', async (path, content, words) => {
    const report = await checkMemory({ ...base, [path]: content }, { maxFileSize: 100 });
    expect(report.checks).toEqual([]);
    expect(report.problems).toMatchObject([{ code: 'fixture', file: path }]);
    expect(report.problems[0]?.message).toContain(words);
  });

  it('NDJSON has no limit of size', async () => {
    const report = await checkMemory({ ...base, 'f/t/x.ndjson': '{"a":1}\n'.repeat(100) }, { maxFileSize: 50 });
    expect(report.checks[0]).toMatchObject({ events: 100, passed: true });
  });
});

describe('places', () => {
  it('are those of each event, however alike two lines are', async () => {
    const report = await checkMemory({ ...base, 'f/t/x.ndjson': '{"a":"x"}\n{"a":1}\n{"a":"x"}\n' });
    const places = placesOf(report);
    expect(places.map(({ start }) => start)).toEqual([
      { line: 1, column: 6 },
      { line: 3, column: 6 },
    ]);
    expect(places[1]?.frame?.()).toMatchObject({ text: '{"a":"x"}', mark: { start: 5, end: 8 } });
  });
});

describe('progress', () => {
  it('is told file by file and block by block', async () => {
    const told: Progress[] = [];
    const files = { 'f/t/a.json': '[{"a":1},{"a":2}]', 'f/t/b.ndjson': '{"a":1}\n'.repeat(20_000), 'f/t/c.json': '{}' };
    await checkMemory({ ...base, ...files }, { onProgress: (progress) => told.push(progress) });
    expect(told.slice(0, 3)).toEqual([
      { file: 1, files: 3, events: 0, share: 0 },
      { file: 1, files: 3, events: 2, share: 0 },
      { file: 2, files: 3, events: 2, share: 0 },
    ]);
    expect(told.at(-1)).toEqual({ file: 3, files: 3, events: 20_003, share: 0 });
    const inSecond = told.filter(({ file }) => file === 2);
    expect(inSecond.length).toBeGreaterThan(3);
    expect(inSecond.map(({ events }) => events)).toEqual(
      inSecond.map(({ events }) => events).toSorted((a, b) => a - b),
    );
    expect(inSecond.at(-1)).toMatchObject({ events: 20_002, share: 1 });
  });
});

describe('contracts that cannot be used', () => {
  const fixtures = { 'f/t/x.json': '{"a":"x"}', 'f/gone/x.json': '{}' };

  it('are a problem at the mapping when missing; other fixtures are still checked', async () => {
    const report = await checkMemory({ ...base, ...fixtures });
    expect(report.problems).toMatchObject([
      {
        code: 'contract',
        file: 'contractgate-hook.yaml',
        line: 3,
        column: 34,
        message: 'there is no contract c/gone.yaml',
      },
    ]);
    expect(brief(report)).toEqual(['f/t/x.json 0 a type_mismatch']);
  });

  it.each([
    ['of a name that is nearly the same', { 'c/gome.yaml': contract }, 'Did you mean c/gome.yaml? It governs'],
    ['of the same name elsewhere', { 'old/gone.yml': contract }, 'Did you mean old/gone.yml? It governs'],
    ['of no such name', { 'c/other.yaml': contract }, 'It governs'],
  ])('are looked for under other names: one %s', async (_, others, words) => {
    const report = await checkMemory({ ...base, ...fixtures, ...others });
    expect(report.problems[0]?.hint).toMatch(new RegExp(`^${words.replaceAll('?', '\\?')} f/gone/`));
  });

  it('tell how many fixtures miss them', async () => {
    const many = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`f/lost/${name}.json`, '{}']));
    const hintFor = async (count: number) =>
      (await checkMemory({ ...base, ...Object.fromEntries(Object.entries(many).slice(0, count)) })).problems[0]?.hint;
    expect(await hintFor(1)).toBe('It governs f/lost/a.json.');
    expect(await hintFor(2)).toBe('It governs f/lost/a.json and f/lost/b.json.');
    expect(await hintFor(3)).toBe('It governs f/lost/a.json, f/lost/b.json and 1 more file.');
    expect(await hintFor(4)).toBe('It governs f/lost/a.json, f/lost/b.json and 2 more files.');
  });

  it('say what is meant where the gateway does not', async () => {
    const report = await checkMemory({ ...base, ...fixtures, 'c/gone.yaml': contract.replace('integer', 'int') });
    expect(report.problems[0]?.hint).toMatch(
      /^Did you mean `integer`\? It is mapped at contractgate-hook.yaml:3:34 and/,
    );
  });

  it('are a problem at their own line when the gateway refuses them', async () => {
    const broken = contract.replace('integer', 'int');
    const report = await checkMemory({ ...base, ...fixtures, 'c/gone.yaml': broken });
    expect(report.problems).toMatchObject([{ code: 'contract', file: 'c/gone.yaml', line: 5, column: 24 }]);
    expect(report.problems[0]?.hint).toContain('contractgate-hook.yaml:3:34');
    expect(report.checks).toHaveLength(1);
  });

  it('are a problem at the pattern that Rust refuses', async () => {
    const broken = contract.replace('type: integer', 'type: integer, pattern: "(?=a)"');
    const report = await checkMemory({ ...base, 'c/t.yaml': broken, 'f/t/x.json': '{}' });
    expect(report.problems).toMatchObject([{ file: 'c/t.yaml', line: 5, column: 33 }]);
    expect(report.problems[0]?.message).toContain('look-around');
  });

  it('are a problem when no fixture uses them, but `contracts` names them', async () => {
    const config = `${mapping}contracts: "c/*.yaml"\n`;
    const files = { 'contractgate-hook.yaml': config, 'c/t.yaml': contract, 'c/u.yaml': 'name: u\n' };
    expect((await checkMemory(files, { changed: ['c/u.yaml'] })).problems).toMatchObject([{ file: 'c/u.yaml' }]);
    expect((await checkMemory(files, { changed: ['c/t.yaml'] })).problems).toEqual([]);
  });
});

describe('the mapping file', () => {
  it('is looked for in the usual places', async () => {
    const config = '{"version":1,"mappings":[{"files":"*.json","contract":"c/t.yaml"}]}';
    const files = { 'c/t.yaml': contract, 'x.json': '{"a":1}' };
    for (const name of ['contractgate-hook.yaml', 'contractgate-hook.yml', 'contractgate-hook.json']) {
      const report = await checkMemory({ ...files, [name]: config }, { changed: ['x.json'] });
      expect(report).toMatchObject({ problems: [], checks: [{ file: 'x.json', passed: true }] });
    }
    const inPackage = await checkMemory(
      { ...files, 'package.json': `{"contractgate-hook":${config}}` },
      { changed: ['x.json'] },
    );
    expect(inPackage).toMatchObject({ problems: [], checks: [{ passed: true }] });
  });

  it.each<[string, Record<string, string>, string]>([
    ['missing', {}, 'no mapping file'],
    ['there twice', { 'contractgate-hook.yaml': mapping, 'contractgate-hook.json': mapping }, 'two mapping files'],
    ['broken', { 'contractgate-hook.yaml': 'version: 1\nmapings: []\n' }, 'unknown key'],
  ])('%s is a problem with a hint', async (_, files, words) => {
    const report = await checkMemory({ ...files, 'f/t/x.json': '{}' });
    expect(report.problems).toMatchObject([{ code: 'config', hint: expect.any(String) }]);
    expect(report.problems[0]?.message).toContain(words);
  });

  it('may not name a wildcard that matched nothing', async () => {
    const config = mapping.replace('$1', '$2').replace('f/*/**', 'f/*/**/*.json');
    const report = await checkMemory({ 'contractgate-hook.yaml': config, 'f/t/x.json': '{}' });
    expect(report.problems).toMatchObject([{ code: 'config', line: 3 }]);
  });

  it('may want every fixture mapped', async () => {
    const config = `${mapping}fixtures: "**/*.json"\nunmapped: error\n`;
    const files = { 'contractgate-hook.yaml': config, 'c/t.yaml': contract, 'stray.json': '{}' };
    expect((await checkMemory(files)).problems).toMatchObject([
      { code: 'config', message: expect.stringContaining('stray.json') },
    ]);
    const warned = await checkMemory({ ...files, 'contractgate-hook.yaml': config.replace('error', 'warn') });
    expect(warned.problems).toEqual([]);
    expect(warned.notes).toEqual([expect.stringContaining('stray.json'), expect.stringContaining('matches no file')]);
  });

  it('tells of files that only letter case keeps from being checked', async () => {
    const config = `version: 1
mappings:
  - { files: "f/*/*.json", exclude: "**/Draft*", contract: "c/$1.yaml" }
  - { files: "G/**", contract: c/t.yaml }
contracts: "**/*.YAML"
`;
    const missed = ['f/t/UP.JSON', 'F/t/x.json', 'f/T/y.Json', 'f/t/z.JSON', 'g/x.json'];
    const others = ['f/t/draft.JSON', 'f/UP.TXT', 'UP.JSON', 'g/c.YAML', 'f/t/a.json'];
    const files = Object.fromEntries([...missed, ...others].map((path) => [path, '{"a":1}']));
    const all = { ...files, 'contractgate-hook.yaml': config, 'c/t.yaml': contract, 'g/c.YAML': contract };
    const notes = [
      'not checked: f/t/UP.JSON, F/t/x.json, f/T/y.Json and 1 more; the glob f/*/*.json (contractgate-hook.yaml:3:5) would match if letter case did not count',
      'not checked: g/x.json; the glob G/** (contractgate-hook.yaml:4:5) would match if letter case did not count',
    ];
    const changed = await checkMemory(all, { changed: Object.keys(files) });
    expect(changed).toMatchObject({ problems: [], notes });
    expect(changed.checks.map(({ file }) => file)).toEqual(['f/t/a.json']);
    const whole = (await checkMemory(all)).notes.filter((note) => note.startsWith('not checked'));
    expect(new Set(whole)).toEqual(
      new Set([
        notes[0]?.replace('f/t/UP.JSON, F/t/x.json, f/T/y.Json', 'F/t/x.json, f/T/y.Json, f/t/UP.JSON'),
        notes[1],
      ]),
    );
    expect((await checkMemory(all, { changed: ['f/UP.TXT'] })).notes).toEqual([]);
  });

  it('tells why a mapping decides no file', async () => {
    const config = `version: 1
mappings:
  - { files: "f/**", contract: c/t.yaml }
  - { files: f/t/x.json, contract: c/t.yaml }
  - { files: f/t, contract: c/t.yaml }
  - { files: h/*, contract: c/t.yaml }
`;
    const { notes } = await checkMemory({
      'contractgate-hook.yaml': config,
      'c/t.yaml': contract,
      'f/t/x.json': '{"a":1}',
    });
    expect(notes).toEqual([
      'contractgate-hook.yaml:4:5: the mapping of f/t/x.json decides no file: an earlier one (contractgate-hook.yaml:3:5) matches all of them first',
      'contractgate-hook.yaml:5:5: the mapping of f/t matches no file: f/t is a folder; write f/t/** for what is in it',
      'contractgate-hook.yaml:6:5: the mapping of h/* matches no file',
    ]);
  });
});

describe('fan-out', () => {
  const files = { ...base, 'c/u.yaml': contract, 'f/t/1.json': '{"a":1}', 'f/t/2.json': '{}', 'f/u/1.json': '{}' };

  it('checks only what changed when no contract did', async () => {
    const report = await checkMemory(files, { changed: ['f/t/1.json'] });
    expect(report.checks.map(({ file, because }) => [file, because])).toEqual([['f/t/1.json', undefined]]);
  });

  it('checks what a changed contract governs, and says why', async () => {
    const report = await checkMemory(files, { changed: ['c/t.yaml', 'f/t/2.json'] });
    expect(report.checks.map(({ file, because }) => [file, because])).toEqual([
      ['f/t/2.json', undefined],
      ['f/t/1.json', 'its contract c/t.yaml changed'],
    ]);
  });

  it('checks everything when the mapping file changed', async () => {
    const report = await checkMemory(files, { changed: ['contractgate-hook.yaml'] });
    expect(report.checks.map(({ file }) => file)).toEqual(['f/t/1.json', 'f/t/2.json', 'f/u/1.json']);
    expect(report.checks[0]?.because).toBe('the mapping file contractgate-hook.yaml changed');
  });

  it('tells of a deleted contract that still governs fixtures, at the mapping', async () => {
    const { 'c/u.yaml': _, ...rest } = files;
    const report = await checkMemory(rest, { changed: ['c/u.yaml'] });
    expect(report.checks).toEqual([]);
    expect(report.problems).toMatchObject([{ code: 'contract', file: 'contractgate-hook.yaml', line: 3 }]);
    expect(report.problems[0]?.hint).toContain('its contract c/u.yaml was deleted');
  });
});

describe('mappings of other kinds', () => {
  const check = (entry: string, files: Record<string, string>) =>
    checkMemory({ 'contractgate-hook.yaml': `version: 1\nmappings:\n  - ${entry}\n`, 'c/t.yaml': contract, ...files });

  it('expect: fail turns the verdict round', async () => {
    const entry = '{ files: "f/*", contract: c/t.yaml, expect: fail }';
    const good = await check(entry, { 'f/x.json': '[{"a":"x"},{}]', 'f/y.json': '{"a"' });
    expect(good.checks.map(({ passed }) => passed)).toEqual([true, true]);
    const bad = await check(entry, { 'f/x.json': '[{"a":"x"},{"a":1}]' });
    expect(brief(bad)).toEqual(['f/x.json 1 <root> unexpected_pass']);
    expect(placesOf(bad)[0]?.start).toEqual({ line: 1, column: 12 });
  });

  it('expect: fail wants an event that could fail', async () => {
    const entry = '{ files: "f/*", contract: c/t.yaml, expect: fail }';
    const empty = await check(entry, { 'f/x.json': '[]', 'f/y.yaml': '[]', 'f/z.json': '[{}]' });
    expect(brief(empty)).toEqual(['f/x.json 0 <root> unexpected_pass', 'f/y.yaml 0 <root> unexpected_pass']);
    expect(empty.checks[0]).toMatchObject({ passed: false, events: 0, failedEvents: 0 });
    expect(empty.checks[0]?.violations[0]?.message).toMatch(/no event that could fail/);
    expect(placesOf(empty)).toMatchObject([{ start: { line: 1, column: 1 } }]);
    const selected = await check(entry.replace(' }', ', select: "/*" }'), { 'f/x.json': '{}' });
    expect(brief(selected)).toEqual(['f/x.json 0 <root> unexpected_pass']);
  });

  it('expect: fail in just these ways', async () => {
    const entry = '{ files: "f/*", contract: c/t.yaml, expect: fail, kinds: type_mismatch, fields: a }';
    const report = await check(entry, { 'f/x.json': '[{"a":"x"},{}]' });
    expect(brief(report)).toEqual(['f/x.json 1 <root> unexpected_violation']);
    expect(report.checks[0]?.violations[0]?.message).toContain("Required field 'a' is missing");
  });

  it('resolution: fallback takes the first contract that an event passes, and tells which', async () => {
    const entry = '{ files: "f/*", contract: [c/v2.yaml, c/t.yaml], resolution: fallback }';
    const v2 = contract.replace('version: "1"', 'version: "2"').replace('integer', 'string');
    const report = await check(entry, { 'c/v2.yaml': v2, 'f/x.json': '[{"a":"x"},{"a":1},{"a":2},{"a":null}]' });
    expect(brief(report)).toEqual(['f/x.json 3 a type_mismatch']);
    expect(report.checks[0]?.violations[0]?.message).toContain('String');
    expect(report.checks[0]?.matched).toEqual([
      { contract: 'c/v2.yaml', version: '2', events: 1 },
      { contract: 'c/t.yaml', version: '1', events: 2 },
    ]);
  });

  it('resolution: strict asks the first contract only', async () => {
    const entry = '{ files: "f/*", contract: [c/v2.yaml, c/t.yaml] }';
    const report = await check(entry, { 'c/v2.yaml': contract.replace('integer', 'string'), 'f/x.json': '{"a":1}' });
    expect(brief(report)).toEqual(['f/x.json 0 a type_mismatch']);
    expect(report.checks[0]?.matched).toBeUndefined();
  });

  it('select says where the events are', async () => {
    const entry = '{ files: "f/*", contract: c/t.yaml, select: "/items/*/payload" }';
    const report = await check(entry, {
      'f/x.json': '{"items":[{"payload":{"a":1}},\n{"payload":{"a":"x"}}]}',
      'f/y.json': '{"itms":[]}',
    });
    expect(brief(report)).toEqual(['f/x.json 1 a type_mismatch', 'f/y.json 0 <root> missing_event']);
    expect(placesOf(report)[0]).toMatchObject({
      start: { line: 2, column: 17 },
      path: ['items', 1, 'payload', 'a'],
    });
  });

  it('an envelope has its records as events', async () => {
    const entry = '{ files: "f/*", contract: c/t.yaml }';
    const files = {
      'c/t.yaml': `${contract}envelope: { records_path: data, validate_wrapper: true }\n`,
      'f/x.json': '{"success":true,"data":[{"a":1},{"a":"x"}]}',
      'f/y.json': '{"success":1,"data":[{"a":1},{"a":1}]}',
      'f/z.ndjson': '{"success":true,"data":[{"a":1},{}]}\n{"success":true,"data":[{}]}\n',
    };
    const report = await check(entry, files);
    expect(brief(report)).toEqual([
      'f/x.json 1 a type_mismatch',
      'f/y.json 0 success type_mismatch',
      'f/z.ndjson 1 a missing_required_field',
      'f/z.ndjson 2 a missing_required_field',
    ]);
    expect(report.checks.map(({ events, failedEvents }) => [events, failedEvents])).toEqual([
      [2, 1],
      [2, 2],
      [3, 2],
    ]);
    expect(placesOf(report)[0]?.path).toEqual(['data', 1, 'a']);
  });

  it('a broken wrapper fails all its records, as a negative fixture wants them to', async () => {
    const entry = '{ files: "f/*", contract: c/t.yaml, expect: fail }';
    const files = {
      'c/t.yaml': `${contract}envelope: { records_path: data, validate_wrapper: true }\n`,
      'f/x.json': '{"success":1,"data":[{"a":1},{"a":1}]}',
      'f/y.ndjson': '{"success":true,"data":[{"a":1},{}]}\n{"success":true,"data":[{}]}\n',
    };
    const report = await check(entry, files);
    expect(brief(report)).toEqual(['f/y.ndjson 0 <root> unexpected_pass']);
    expect(report.checks.map(({ events, failedEvents }) => [events, failedEvents])).toEqual([
      [2, 0],
      [3, 1],
    ]);
  });

  it('resolution: fallback takes the first contract that all records of an envelope pass', async () => {
    const entry = '{ files: "f/*", contract: [c/v2.yaml, c/v1.yaml, c/t.yaml], resolution: fallback }';
    const envelope = 'envelope: { records_path: data }\n';
    const whole = contract.replace('{ name: a, type: integer }', '{ name: total, type: integer }');
    const files = {
      'c/v2.yaml': contract.replace('version: "1"', 'version: "2"').replace('integer', 'string') + envelope,
      'c/v1.yaml': contract + envelope,
      'c/t.yaml': `${whole}quality:\n  - { field: total, type: uniqueness }\n`,
      'f/x.ndjson': [
        '{"data":[{"a":"x"},{"a":"y"}]}',
        '{"data":[{"a":1},{"a":2},{"a":3}]}',
        '{"data":[{"a":1},{"a":"x"}]}',
        '{"total":1}',
        '{"total":1}',
      ].join('\n'),
    };
    const report = await check(entry, files);
    expect(brief(report)).toEqual(['f/x.ndjson 5 a type_mismatch', 'f/x.ndjson 8 total uniqueness_violation']);
    expect(report.checks[0]).toMatchObject({
      events: 9,
      failedEvents: 2,
      matched: [
        { contract: 'c/v2.yaml', events: 3 },
        { contract: 'c/v1.yaml', events: 3 },
        { contract: 'c/t.yaml', events: 1 },
      ],
    });
  });

  it.each(['__proto__', 'constructor', 'toString', '', 'a.b', '😀', '[0]', ' '])(
    'a field may be named %j',
    async (name) => {
      const key = JSON.stringify(name);
      const entity = `{ name: ${key}, type: integer }`;
      const lines = [`{${key}:1}`, '{}', `{${key}:"x"}`, `{"other":1,${key}:2}`];
      const report = await check('{ files: "f/*", contract: c/t.yaml }', {
        'c/t.yaml': `${contract.replace('{ name: a, type: integer }', entity)}compliance_mode: true\n`,
        'f/x.json': `[${lines.join(',')}]`,
        'f/x.ndjson': lines.join('\n'),
      });
      for (const { violations, locate } of report.checks) {
        expect(violations.map(({ record, field, kind }) => [record, field, kind])).toEqual([
          [1, name, 'missing_required_field'],
          [2, name, 'type_mismatch'],
          [3, 'other', 'undeclared_field'],
        ]);
        expect([...locate(violations)][1]?.path.at(-1)).toBe(name);
      }
    },
  );

  it('uniqueness looks at all events of a file, and of that file only', async () => {
    const files = {
      'c/t.yaml': `${contract}quality:\n  - { field: a, type: uniqueness }\n`,
      'f/x.ndjson': '{"a":1}\n{"a":2}\n{"a":1}\n',
      'f/y.ndjson': '{"a":1}\n',
    };
    const report = await check('{ files: "f/*", contract: c/t.yaml }', files);
    expect(brief(report)).toEqual(['f/x.ndjson 2 a uniqueness_violation']);
  });

  it.each([
    ['skip', []],
    ['now', ['f/x.json 0 a freshness_violation']],
    ['"2026-01-31T00:00:30Z"', []],
    ['"2026-01-31T00:02:00Z"', ['f/x.json 0 a freshness_violation']],
  ])('freshness: %s', async (freshness, expected) => {
    const report = await checkMemory({
      'contractgate-hook.yaml': `version: 1\nmappings:\n  - { files: "f/*", contract: c/t.yaml }\nfreshness: ${freshness}\n`,
      'c/t.yaml': `${contract}quality:\n  - { field: a, type: freshness, max_age_seconds: 60 }\n`,
      'f/x.json': '{"a":1769817600}',
    });
    expect(brief(report)).toEqual(expected);
  });
});
