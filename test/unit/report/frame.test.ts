import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { frame } from '../../../src/report/frame.ts';

const colors = picocolors.createColors(false);

function draw(text: string, [line, from, to]: [number, number, number], width = 60, firstLine = 1): string {
  const lines = frame({ text, line: firstLine }, { line, column: from }, { line, column: to }, { width, colors });
  return lines.join('\n');
}

describe('a frame', () => {
  it('shows the line with a caret under the range', () => {
    expect(draw('{\n  "a": 12\n}', [2, 8, 10])).toBe('2 |   "a": 12\n  |        ^^');
  });

  it('counts lines from where the text begins in the file', () => {
    expect(draw('{"a":1}', [9812, 6, 7], 60, 9812)).toBe('9812 | {"a":1}\n     |      ^');
  });

  it('cuts a long line around the range', () => {
    const drawn = draw(`${'x'.repeat(500)}HERE${'y'.repeat(500)}`, [1, 501, 505], 40);
    const [line = '', carets = ''] = drawn.split('\n');
    expect(line.length).toBeLessThanOrEqual(40);
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('HERE');
  });

  it('spells out what could move the cursor', () => {
    expect(draw('"\u001b[31m\u202e"', [1, 1, 8])).toContain(String.raw`\u{1b}[31m\u{202e}`);
  });

  it('marks a range of many lines to the end of the first', () => {
    const lines = frame(
      { text: '{\n1}', line: 1 },
      { line: 1, column: 1 },
      { line: 2, column: 3 },
      { width: 60, colors },
    );
    expect(lines).toEqual(['1 | {', '  | ^']);
  });

  it('is nothing where there is no such line', () => {
    expect(draw('a', [3, 1, 2])).toBe('');
  });
});
