import * as fc from 'fast-check';

/** Of every length alike; by itself, fast-check prefers short texts. */
const digits = (minLength: number, maxLength: number) =>
  fc
    .integer({ min: minLength, max: maxLength })
    .chain((length) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length }));

const integerDigits = fc.oneof(
  fc.nat(100).map(String),
  digits(0, 21).map((rest) => `1${rest}`),
  digits(15, 15).map((rest) => `9${rest}`),
  fc.constantFrom(
    '0',
    '9007199254740991',
    '9007199254740992',
    '9223372036854775807',
    '9223372036854775808',
    '9223372036854775809',
    '18446744073709551615',
    '18446744073709551616',
  ),
);

const fraction = fc.oneof(
  fc.constant(''),
  digits(1, 20).map((some) => `.${some}`),
  fc.tuple(fc.constantFrom('0', '9'), fc.integer({ min: 1, max: 20 }), digits(0, 3)).map(([run, length, rest]) => {
    return `.${run.repeat(length)}${rest}`;
  }),
);

const exponent = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  fc
    .tuple(fc.constantFrom('e', 'E'), fc.constantFrom('', '+', '-'), fc.nat(420))
    .map(([letter, sign, power]) => `${letter}${sign}${power}`),
);

/** The spelling of a JSON number, near every border that there is. */
export const numberText: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('', '-'), integerDigits, fraction, exponent)
  .map((parts) => parts.join(''));

/** The spelling of a JSON string, with halves of surrogate pairs and backslashes in every combination. */
export const stringText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', 'é', '😀', '1.0', ',-0,', '{', '[', '\u2028', ' '),
      fc.constantFrom('\\\\', '\\"', '\\/', '\\n', 'ud83d', 'ude00', '\\u0041', '\\ud83d\\ude00', '\\uD83D\\uDE00'),
      fc.constantFrom('\\ud83d', '\\uDBFF', '\\ude00', '\\uDFFF', '\\ud7ff', '\\ue000'),
    ),
    { maxLength: 6 },
  )
  .map((parts) => `"${parts.join('')}"`);

const space = fc.constantFrom('', '', '', ' ', '\n', '\r\n\t');

const spaced = (text: fc.Arbitrary<string>) => fc.tuple(space, text, space).map((parts) => parts.join(''));

const keyText = fc.oneof(fc.constantFrom('"a"', '"\\u0061"', '"__proto__"', '"1"'), stringText);

/** A text by JSON's grammar, token by token. */
export const jsonText: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: spaced(
    fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      numberText,
      stringText,
      fc.constantFrom('true', 'false', 'null'),
      fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
      fc
        .array(fc.tuple(spaced(keyText), tie('value')), { maxLength: 4 })
        .map((members) => `{${members.map(([key, value]) => `${key}:${value}`).join(',')}}`),
    ),
  ),
})).value;

/** A text that is nearly JSON: with one place cut, doubled or overwritten. */
export const brokenJsonText: fc.Arbitrary<string> = fc
  .tuple(
    jsonText,
    fc.nat(),
    fc.nat(3),
    fc.constantFrom('', '"', '\\', '{', ']', ',', ':', '0', '.', 'e', '-', '\n', '\0'),
  )
  .map(([text, at, length, inserted]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + inserted + text.slice(place + length);
  })
  .filter((text) => text.isWellFormed());
