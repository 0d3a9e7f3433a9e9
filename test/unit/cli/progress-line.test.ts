import { describe, expect, it } from 'vitest';
import { progressLine } from '../../../src/cli/progress-line.ts';

/** A terminal, with a clock that is moved by hand. */
function terminal(overrides: { isTTY?: boolean; columns?: number; env?: Record<string, string> } = {}) {
  const clock = { now: 0 };
  const written: string[] = [];
  const { env = {}, isTTY = true, columns = 80 } = overrides;
  const stderr = { isTTY, columns, write: (text: string) => written.push(text) };
  return { clock, written, line: progressLine({ stderr, env }, () => clock.now) };
}

const half = { file: 1, files: 2, events: 1000, share: 1 };

describe('the line of progress', () => {
  it('comes after half a second, not more often than can be read, and goes', () => {
    const { clock, written, line } = terminal();
    for (const now of [0, 499, 500, 550, 599, 600]) {
      clock.now = now;
      line?.show(half);
    }
    line?.clear();
    const text = (rate: string) => `\r\u001b[Kchecking file 1 of 2: 1,000 events, ${rate} a second, 1 s left`;
    expect(written).toEqual([text('2,000'), text('1,667'), '\r\u001b[K']);
  });

  it('is never there for a short run', () => {
    const { clock, written, line } = terminal();
    clock.now = 400;
    line?.show(half);
    line?.clear();
    expect(written).toEqual([]);
  });

  it('fits the terminal', () => {
    const { clock, written, line } = terminal({ columns: 20 });
    clock.now = 1000;
    line?.show({ file: 1, files: 1, events: 1, share: 0 });
    expect(written).toEqual(['\r\u001b[Kchecking file 1 of ']);
  });

  it.each([
    ['no terminal', { isTTY: false }],
    ['CI', { env: { CI: 'true' } }],
    ['a terminal that cannot', { env: { TERM: 'dumb' } }],
  ])('is not for %s', (_, overrides) => {
    expect(terminal(overrides).line).toBeUndefined();
  });
});
