import { expect, test } from 'vitest';
import { lineFinder, positionAt } from '../../src/text-position.ts';

test.each([
  ['', 0, 1, 1],
  ['ab', 2, 1, 3],
  ['a\nb', 1, 1, 2],
  ['a\nb', 2, 2, 1],
  ['a\r\nb', 3, 2, 1],
  ['a\rb', 2, 1, 3],
  ['\n\n', 2, 3, 1],
  ['😀x', 2, 1, 3],
])('%j at %i is line %i, column %i', (text, offset, line, column) => {
  expect(positionAt(text, offset)).toEqual({ line, column });
});

test('many offsets of one text are where each is', () => {
  const text = 'a\n\nb\r\n😀c';
  const find = lineFinder(text);
  for (let offset = 0; offset <= text.length; offset++) expect(find(offset)).toEqual(positionAt(text, offset));
  expect(lineFinder(text, 7)(2)).toEqual({ line: 8, column: 1 });
});
