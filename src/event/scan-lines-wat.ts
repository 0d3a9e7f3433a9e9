import { answerOffset, blockCapacity, linesInAnswer, textOffset } from './line-scanner.ts';

/**
 * The program of line-scanner.ts in WebAssembly's text format. scan-lines-code.ts has it assembled; `npm test -- -u
 * test/unit/event/line-scanner.test.ts` assembles it anew.
 *
 * Finds the lines of a block of NDJSON, and tells for each whether JSON.parse may misread a number in it (misreading.ts says
 * what that is), whether it has a backslash, and whether it may nest too deep; and for all of them together, whether each ends
 * outside of strings and closes as much as it opens. Looks at 64 bytes at a time, of which each
 * kind that matters becomes a mask, one bit per byte. Where a rule looks back, a mask is shifted up, and the last bits of the
 * word before come in from below. Only what stands outside of strings counts, with escaped quotes told apart as simdjson does
 * (https://arxiv.org/abs/1902.08318, 3.1.1). A line break inside a string ends it: such a line is none, and the next one
 * begins outside.
 */

/** Behind the block comes a word of line breaks, so that its last line ends too. */
const wordSize = 64;
const marksOffset = answerOffset + 4;
const unevenOffset = answerOffset + 8;
const tableOffset = answerOffset + 4 * linesInAnswer;

const pageSize = 65_536;
const memoryPages = Math.ceil((tableOffset + 4 * (blockCapacity + wordSize)) / pageSize);

const get = (name: string): string => `(local.get $${name})`;
const set = (name: string, value: string): string => `(local.set $${name} ${value})`;
const number = (value: number | bigint): string => `(i64.const ${value})`;
const binary =
  (operator: string) =>
  (...parts: string[]): string =>
    parts.reduce((left, right) => `(i64.${operator} ${left} ${right})`);
const and = binary('and');
const or = binary('or');
const xor = binary('xor');
const add = binary('add');
const not = (mask: string): string => xor(mask, number(-1));
const shl = (mask: string, by: number): string => `(i64.shl ${mask} ${number(by)})`;
const shr = (mask: string, by: number): string => `(i64.shr_u ${mask} ${number(by)})`;

/** Masks of which the word before is kept. */
const kept = new Set<string>();

/** What stood so many bytes before each byte. */
function up(name: string, by: number): string {
  kept.add(name);
  return or(shl(get(name), by), shr(get(`${name}_before`), 64 - by));
}

const byte = (character: string): string => `(i8x16.splat (i32.const ${character.charCodeAt(0)}))`;
const is = (character: string) => (bytes: string) => `(i8x16.eq ${bytes} ${byte(character)})`;
/** Also the character 0x20 below: `e` and `E`, `{` and `[`. */
const isEither = (character: string) => (bytes: string) =>
  `(i8x16.eq (v128.or ${bytes} (i8x16.splat (i32.const 0x20))) ${byte(character)})`;

const kinds: Readonly<Record<string, (bytes: string) => string>> = {
  quote: is('"'),
  backslash: is('\\'),
  lineBreak: is('\n'),
  point: is('.'),
  minus: is('-'),
  zero: is('0'),
  nine: is('9'),
  digit: (bytes) => `(i8x16.lt_u (i8x16.sub ${bytes} ${byte('0')}) (i8x16.splat (i32.const 10)))`,
  exponent: isEither('e'),
  opening: isEither('{'),
  closing: isEither('}'),
};

const parts = [0, 16, 32, 48];

/** The bits of sixteen bytes, four times. */
const classify = [
  ...parts.map((part) => `(local.set $bytes${part} (v128.load offset=${textOffset + part} (local.get $at)))`),
  `(local.set $all (v128.or (local.get $all) ${parts
    .map((part) => `(local.get $bytes${part})`)
    .reduce((a, b) => `(v128.or ${a} ${b})`)}))`,
  ...Object.entries(kinds).map(([name, test]) =>
    set(
      name,
      or(
        ...parts.map((part) => {
          const bits = `(i64.extend_i32_u (i8x16.bitmask ${test(`(local.get $bytes${part})`)}))`;
          return part === 0 ? bits : shl(bits, part);
        }),
      ),
    ),
  ),
];

/** Quotes behind an odd run of backslashes are none: find_escaped of simdjson's stage 1. */
const evenBits = number(0x5555_5555_5555_5555n);
const dropEscapedQuotes = [
  set('a', and(get('backslash'), not(get('escaping')))),
  set('b', or(shl(get('a'), 1), get('escaping'))),
  set('sequences', add(and(get('a'), not(evenBits), not(get('b'))), get('a'))),
  set('escaping', `(i64.extend_i32_u (i64.lt_u ${get('sequences')} ${get('a')}))`),
  set('quote', and(get('quote'), not(and(xor(evenBits, shl(get('sequences'), 1)), get('b'))))),
];

/** From each quote to before the next one: the exclusive or of all bits below. */
const findStrings = [
  set('string', get('quote')),
  ...[1, 2, 4, 8, 16, 32].map((by) => set('string', xor(get('string'), shl(get('string'), by)))),
  set('string', xor(get('string'), get('inside'))),
];

/** All bits above the lowest one of a mask. */
const aboveLowest = (name: string): string => `(i64.shl (i64.const -2) (i64.ctz ${get(name)}))`;

const endStringsAtLineBreaks = `
  ${set('a', and(get('string'), get('lineBreak')))}
  (if (i64.ne ${get('a')} (i64.const 0)) (then
    (local.set $uneven (i32.const 1))
    (loop $broken
      ${set('b', aboveLowest('a'))}
      ${set('string', xor(get('string'), get('b')))}
      ${set('a', and(get('string'), get('lineBreak'), get('b')))}
      (br_if $broken (i64.ne ${get('a')} (i64.const 0))))))
  ${set('inside', and(`(i64.shr_s ${get('string')} (i64.const 63))`, `(i64.sub ${shr(get('lineBreak'), 63)} (i64.const 1))`))}`;

const outsideOfStrings = ['point', 'minus', 'zero', 'nine', 'digit', 'exponent', 'opening', 'closing'].map((name) =>
  set(name, and(get(name), not(get('string')))),
);

/** A run of a mask that begins where `start` says, or goes on from the word before: what an addition carries through. */
const run = (name: string, mask: string, start: string): string[] => [
  set('a', add(get(mask), and(or(start, get(`${name}_on`)), get(mask)))),
  set(name, and(get(mask), not(get('a')))),
  set(`${name}_on`, shr(get(name), 63)),
];

const suspects = [
  // An exponent.
  set('suspect', and(get('exponent'), up('digit', 1))),
  // `-0`, and no point behind it.
  set('minusZero', and(get('zero'), up('minus', 1))),
  set('suspect', or(get('suspect'), and(up('minusZero', 1), not(get('point'))))),
  // A fraction of zeros: a run of zeros from the point on, and no digit behind it.
  ...run('zeros', 'zero', up('point', 1)),
  set('suspect', or(get('suspect'), and(up('zeros', 1), not(get('digit'))))),
  // A fraction that begins with five zeros or nines, which may round to an integer.
  ...run('nines', 'nine', up('point', 1)),
  set('suspect', or(get('suspect'), and(get('zeros'), up('zeros', 4)), and(get('nines'), up('nines', 4)))),
  // Sixteen digits or more that are no fraction, or eleven before a point.
  ...run('fraction', 'digit', up('point', 1)),
  set('whole', and(get('digit'), not(get('fraction')))),
  set('whole2', and(get('whole'), up('whole', 1))),
  set('whole3', and(get('whole2'), up('whole', 2))),
  set('whole4', and(get('whole2'), up('whole2', 2))),
  set('whole8', and(get('whole4'), up('whole4', 4))),
  set('whole11', and(get('whole8'), up('whole3', 8))),
  set('suspect', or(get('suspect'), and(get('whole8'), up('whole8', 8)), and(get('point'), up('whole11', 1)))),
];

const count = (mask: string): string => `(i32.wrap_i64 (i64.popcnt ${mask}))`;
const addTo = (name: string, value: string): string => `(local.set $${name} (i32.add (local.get $${name}) ${value}))`;

const storeLines = `
  (if (i64.ne ${get('lineBreak')} (i64.const 0)) (then
    (loop $line
      ${set('above', aboveLowest('lineBreak'))}
      ${addTo('openings', count(and(get('opening'), not(get('above')))))}
      ${addTo('closings', count(and(get('closing'), not(get('above')))))}
      (local.set $uneven (i32.or (local.get $uneven) (i32.xor (local.get $openings) (local.get $closings))))
      (local.set $marks (i32.or
        (i32.shl
          (i32.or
            (i64.ne ${or(get('suspected'), and(get('suspect'), not(get('above'))))} (i64.const 0))
            (i32.gt_u (local.get $openings) (i32.const 127)))
          (i32.const 31))
        (i32.shl
          (i64.ne ${or(get('escaped'), and(get('backslash'), not(get('above'))))} (i64.const 0))
          (i32.const 30))))
      (local.set $allMarks (i32.or (local.get $allMarks) (local.get $marks)))
      (i32.store offset=${tableOffset} (local.get $entry)
        (i32.or (local.get $marks) (i32.add (local.get $at) (i32.wrap_i64 (i64.ctz ${get('lineBreak')})))))
      (local.set $entry (i32.add (local.get $entry) (i32.const 4)))
      ${set('suspected', number(0))}
      ${set('escaped', number(0))}
      (local.set $openings (i32.const 0))
      (local.set $closings (i32.const 0))
      ${['suspect', 'backslash', 'opening', 'closing', 'lineBreak']
        .map((name) => set(name, and(get(name), get('above'))))
        .join('\n      ')}
      (br_if $line (i64.ne ${get('lineBreak')} (i64.const 0))))))
  ${addTo('openings', count(get('opening')))}
  ${addTo('closings', count(get('closing')))}
  ${set('suspected', or(get('suspected'), get('suspect')))}
  ${set('escaped', or(get('escaped'), get('backslash')))}`;

/** Of the line breaks behind the block, only the first one ends a line. */
const dropPadding = `
    (if (i32.lt_u (local.tee $rest (i32.sub (local.get $length) (local.get $at))) (i32.const ${wordSize})) (then
      ${set('lineBreak', and(get('lineBreak'), not(`(i64.shl (i64.const -2) (i64.extend_i32_u (local.get $rest)))`)))}))`;

const steps = [dropPadding, ...findStrings, endStringsAtLineBreaks, ...outsideOfStrings, ...suspects, storeLines];
const masks = [...Object.keys(kinds), ...namesSetIn([...dropEscapedQuotes, ...steps].join(' '))];
const masksBefore = [...kept].map((name) => `${name}_before`);
const locals = (type: string, names: Iterable<string>): string =>
  [...new Set(names)].map((name) => `(local $${name} ${type})`).join(' ');

function namesSetIn(code: string): string[] {
  return Array.from(code.matchAll(/local\.set \$(\w+) \(i64/g), ([, name = '']) => name);
}

export const scanLinesWat: string = `(module
(memory (export "memory") ${memoryPages})
(func (export "scan") (param $length i32) (result i32)
  (local $rest i32)  (local $at i32) (local $entry i32) (local $marks i32) (local $allMarks i32) (local $openings i32) (local $closings i32) (local $uneven i32)
  (local $all v128)
  ${locals(
    'v128',
    parts.map((part) => `bytes${part}`),
  )}
  ${locals('i64', [...masks, ...masksBefore])}
  ${parts.map((part) => `(v128.store offset=${textOffset + part} (local.get $length) ${byte('\n')})`).join('\n  ')}
  (loop $word
    ${classify.join('\n    ')}
    (if (i64.ne ${or(get('backslash'), get('escaping'))} (i64.const 0)) (then
      ${dropEscapedQuotes.join('\n      ')}))
    ${steps.join('\n    ')}
    ${[...kept].map((name) => set(`${name}_before`, get(name))).join('\n    ')}
    (local.set $at (i32.add (local.get $at) (i32.const 64)))
    (br_if $word (i32.le_u (local.get $at) (local.get $length))))
  (i32.store (i32.const ${answerOffset}) (i8x16.bitmask (local.get $all)))
  (i32.store (i32.const ${marksOffset}) (local.get $allMarks))
  (i32.store (i32.const ${unevenOffset}) (local.get $uneven))
  (i32.shr_u (local.get $entry) (i32.const 2))))
`;
