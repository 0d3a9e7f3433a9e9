import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventFault } from '../../../src/event/events.ts';
import { readJsonEvents } from '../../../src/event/read-events.ts';
import { readYamlEvents } from '../../../src/event/read-yaml-events.ts';
import { Float } from '../../../src/json-value.ts';
import { jsonText } from './json-arbitrary.ts';

const options = { envelope: false };

function read(text: string): unknown[] {
  return readYamlEvents(text, options).map((event) => (event.ok ? event.value : `fault: ${event.message}`));
}

function faultIn(text: string): EventFault {
  const fault = readYamlEvents(text, options).find((event) => !event.ok);
  if (fault === undefined || fault.ok) throw new Error('there is no fault');
  return fault;
}

describe('the events of YAML', () => {
  it.each([
    ['one per document', 'a: 1\n---\na: 2\n', [{ a: 1 }, { a: 2 }]],
    ['the elements of a list', '- a: 1\n- a: 2\n---\na: 3\n', [{ a: 1 }, { a: 2 }, { a: 3 }]],
    ['a document between markers', '%YAML 1.1\n---\na: yes\n...\n', [{ a: 'yes' }]],
  ])('are %s', (_, text, values) => {
    expect(read(text)).toEqual(values);
  });

  it('are counted over all documents, broken ones too', () => {
    const events = readYamlEvents('- 1\n- 2\n---\na: *x\n---\na: 3\n', options);
    expect(events.map(({ ok, record }) => [ok, record])).toEqual([
      [true, 0],
      [true, 1],
      [false, 2],
      [true, 3],
    ]);
  });

  it.each([
    ['1', 1],
    ['1.0', new Float(1)],
    ['1e3', new Float(1000)],
    ['1.5', 1.5],
    ['-0', new Float(-0)],
    ['0x1F', 31],
    ['0o17', 15],
    ['9007199254740993', 9007199254740993n],
    ['18446744073709551616', new Float(18446744073709551616)],
    ['true', true],
    ['yes', 'yes'],
    ['~', null],
    ['', null],
    ['2026-01-05', '2026-01-05'],
    ['1_000', '1_000'],
    ['"1"', '1'],
    ['!!str 1', '1'],
  ])('the scalar %s', (scalar, value) => {
    expect(read(`a: ${scalar}\n`)).toEqual([{ a: value }]);
  });

  it.each([
    ['merge keys are not applied', '<<: {a: 1}\n', { '<<': { a: 1 } }],
    ['keys that are no texts become their text', '1: a\n1.0: b\ntrue: c\n', { 1: 'a', '1.0': 'b', true: 'c' }],
    ['an alias is the last node before it with the anchor', '[&x 1, *x, &x 2, *x]', [1, 1, 2, 2]],
  ])('%s', (_, text, value) => {
    expect(readYamlEvents(text, { envelope: true })).toMatchObject([{ value }]);
  });

  it('keeps a key named __proto__', () => {
    const [value] = read('__proto__: 1\n');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
  });

  it('of a JSON text are those that JSON has', () => {
    // Of two members of one name, JSON takes the last; YAML refuses both, and so may a key of 1024 characters be.
    const values = (events: ReturnType<typeof readJsonEvents>) => events.map((event) => event.ok && event.value);
    fc.assert(
      fc.property(jsonText, (text) => {
        const json = readJsonEvents(text, { envelope: true });
        const yaml = readYamlEvents(text.replaceAll('\t', ' '), { envelope: true });
        fc.pre(!yaml.some((event) => !event.ok && event.message.includes('twice')));
        expect(values(yaml)).toEqual(values(json));
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is no event', () => {
  it.each([
    ['a: [1\nb: 2\n', /flow/i, 2, 1],
    ['a: 1\n  b: 2\n', /indented/, 2, 3],
    ['a: 1\n\n  b: 2\n', /indented/, 3, 3],
    ['x: 1\na: .nan\n', /no number `.nan`/, 2, 4],
    ['a: 1e400\n', /no number `1e400`/, 1, 4],
    [`a: 1${'0'.repeat(400)}\n`, /no number/, 1, 4],
    ['a: !!binary aGk=\n', /no value for the tag `tag:yaml.org,2002:binary`/, 1, 13],
    ['a: !mine 1\n', /unresolved tag: !mine/, 1, 4],
    ['a: 1\nb: 2\na: 3\n', /`a` stands here twice/, 3, 1],
    ['1: a\n"1": b\n', /`1` stands here twice/, 2, 1],
    ['? [a]\n: 1\n', /not a scalar/, 1, 3],
    ['a: 1\nb: *x\n', /no anchor `&x`/, 2, 4],
    ['a: "\\ud800"\n', /surrogate/, 1, 4],
    ['# nothing but a comment\n', /no YAML document/, 1, 1],
    ['---\na: 1\n---\n- {a: .inf}\n', /no number `.inf`/, 4, 7],
  ])('%j', (text, message, line, column) => {
    expect(faultIn(text)).toMatchObject({ message: expect.stringMatching(message), start: { line, column } });
  });

  it.each([
    ['id: 1\n  a: b\n', 'this line is indented as if it belonged to the value before it', 'indentation'],
    ['a: b: c\n', 'there is a second colon on the line, or a list where a value was', 'colon'],
    ['a: 1\n\tb: 2\n', 'a tab stands in the indentation, where YAML takes spaces only', 'tab'],
    ['<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> topic\n', /./, 'conflict'],
    ['a: "b\n', 'missing closing "quote', undefined],
  ])('%j is told in a sentence, with what to do', (text, message, code) => {
    const fault = faultIn(text);
    expect(fault.message).toMatch(message);
    expect(fault.hint?.code).toBe(code);
    expect(fault.discreetMessage).toMatch(/^[a-z].* /);
  });

  it('an alias that stands for itself', () => {
    expect(faultIn('- &a [*a]\n').message).toMatch(/inside each other/);
  });

  it('aliases that multiply', () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      return `- &l${level + 1} [${Array.from({ length: 10 }, () => `*l${level}`).join(', ')}]\n`;
    });
    expect(faultIn(`- &l0 x\n${levels.join('')}`).message).toMatch(/too large/);
  });

  it.each([
    ['lists', (depth: number) => '['.repeat(depth) + ']'.repeat(depth)],
    ['mappings', (depth: number) => '{a: '.repeat(depth) + '}'.repeat(depth)],
    ['block lists', (depth: number) => `${'- '.repeat(depth)}x`],
    ['block mappings', (depth: number) => Array.from({ length: depth }, (_, at) => `${' '.repeat(at)}a:\n`).join('')],
  ])('%s more than 127 deep, however deep', (_, nested) => {
    expect(readYamlEvents(nested(127), { envelope: true })).toMatchObject([{ ok: true }]);
    expect(faultIn(nested(128)).message).toMatch(/more than 127/);
    expect(faultIn(nested(2000)).message).toMatch(/more than 127/);
  });

  it('a nesting that would overflow the stack', () => {
    expect(faultIn('['.repeat(20_000)).message).toMatch(/more than 127/);
  });
});

describe('select', () => {
  it('chooses events in each document, and blames the document that has none', () => {
    const events = readYamlEvents('a: [1, 2]\n---\nb: 1\n', { envelope: false, select: '/a/*' });
    expect(events).toMatchObject([
      { ok: true, record: 0, value: 1 },
      { ok: true, record: 1, value: 2 },
      { ok: false, record: 2, start: { line: 3, column: 1 } },
    ]);
  });
});
