import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { frameAt } from '../../../src/check/frame-at.ts';
import { drawFrame } from '../../../src/report/frame.ts';

const colors = picocolors.createColors(false);

/** The frame of a range of a text, drawn. */
function draw(text: string, [start, end]: [number, number], width = 60, line = 1): string {
  return drawFrame(frameAt(text, { start, end }), line, true, { width, colors }).join('\n');
}

/** The columns of the carets. */
function carets(drawn: string): [number, number] {
  const [, under = ''] = drawn.split('\n');
  return [under.indexOf('^'), under.lastIndexOf('^') + 1];
}

describe('a frame', () => {
  it('shows the line with a caret under the range', () => {
    expect(draw('{\n  "a": 12\n}', [9, 11])).toBe('1 |   "a": 12\n  |        ^^');
  });

  it('has the number of its line', () => {
    expect(draw('{"a":1}', [5, 6], 60, 9812)).toBe('9812 | {"a":1}\n     |      ^');
  });

  it.each([60, 41, 40, 30])('cuts a long line around the range, at %d columns', (width) => {
    const drawn = draw(`${'x'.repeat(5000)}HERE${'y'.repeat(5000)}`, [5000, 5004], width);
    const [line = '', under = ''] = drawn.split('\n');
    expect([line.length <= width, under.length <= width]).toEqual([true, true]);
    expect(line.slice(...carets(drawn))).toBe('HERE');
    expect(line).toMatch(/… ?[xHERE]+y+…$/);
  });

  it('shows the end of a long line at its end', () => {
    const drawn = draw(`${'x'.repeat(5000)}HERE`, [5000, 5004], 40);
    expect(drawn.split('\n')[0]).toMatch(/^1 \| …x{30}HERE$/);
  });

  it('marks no more than fits', () => {
    const [line = '', under = ''] = draw(`"${'x'.repeat(5000)}"`, [0, 5002], 40).split('\n');
    expect(line).toMatch(/^1 \| "x+…$/);
    expect(under).toMatch(/^ {2}\| \^+$/);
    expect([line.length, under.length]).toEqual([39, 38]);
  });

  it.each([
    ['wide characters', '{"名前":"山田", "a":1}'],
    ['emoji', '{"😀":"👍🏽", "a":1}'],
    ['full-width forms', '{"ＡＢ":"ｃ", "a":1}'],
    ['Hangul', '{"이름":"한", "a":1}'],
  ])('counts %s as two columns', (_, text) => {
    const at = text.indexOf('1');
    const wide = Array.from(text.slice(0, at)).filter((character) => /[^\x20-\x7e]/.test(character)).length;
    expect(carets(draw(text, [at, at + 1]))[0]).toBe('1 | '.length + Array.from(text.slice(0, at)).length + wide);
  });

  it('counts what combines as none', () => {
    const text = '{"e\u0301\u0302":1}';
    expect(carets(draw(text, [text.indexOf('1'), text.indexOf('1') + 1]))[0]).toBe('1 | {"e":'.length);
  });

  it('puts as many carets under wide characters as they take columns', () => {
    expect(carets(draw('{"a":"山田"}', [5, 9]))).toEqual([9, 15]);
  });

  it('shows a tab as one space', () => {
    expect(draw('\t\t"a": x', [7, 8])).toBe('1 |   "a": x\n  |        ^');
  });

  it('spells out what could move the cursor', () => {
    const drawn = draw('"\u001b[31m\u202e" x', [9, 10]);
    expect(drawn).toContain(String.raw`\u{1b}[31m\u{202e}`);
    expect(drawn.split('\n')[0]?.[carets(drawn)[0]]).toBe('x');
  });

  it('marks a range of many lines to the end of the first', () => {
    expect(draw('{\r\n1}', [0, 4])).toBe('1 | {\n  | ^');
  });

  it('has a caret at the end of the text', () => {
    expect(draw('{"a"', [4, 4])).toBe('1 | {"a"\n  |     ^');
    expect(draw('', [0, 0])).toBe('1 | \n  | ^');
  });

  it('does not cut a character in half', () => {
    const drawn = draw('😀'.repeat(2000), [2000, 2002], 40);
    expect(drawn.isWellFormed()).toBe(true);
    expect(drawn).not.toContain('\\u{');
  });
});

describe('a frame with something masked', () => {
  const text = '{"email":"someone@example.com","id":"one","pin":1234}';
  const email = { start: text.indexOf('"someone'), end: text.indexOf(',"id"') };
  const pin = { start: text.indexOf('1234'), end: text.indexOf('}') };

  it('has one mask, whatever was there, and the caret still under what it marks', () => {
    const id = text.indexOf('"one"');
    const drawn = drawFrame(frameAt(text, { start: id, end: id + 5 }, [email, pin]), 1, true, { width: 80, colors });
    expect(drawn).toEqual(['1 | {"email":"****","id":"one","pin":****}', '  |                      ^^^^^']);
  });

  it('marks the mask itself', () => {
    const drawn = drawFrame(frameAt(text, email, [email]), 1, true, { width: 80, colors });
    expect(drawn[1]).toBe('  |          ^^^^^^');
  });

  it('masks what begins on an earlier line and ends on a later one', () => {
    const lines = 'a: >\n  one\n  two\nb: 3\n';
    const [start, end] = [lines.indexOf('two'), lines.indexOf('two') + 3];
    expect(frameAt(lines, { start, end }, [{ start: 3, end: 16 }]).text).toBe('****');
  });
});
