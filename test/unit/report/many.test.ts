import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/check/report.ts';
import { formats } from '../../../src/report/formats.ts';
import type { FormatName } from '../../../src/report/formats.ts';
import { checkMemory } from '../../support/check-memory.ts';
import { plainStyle, render } from '../../support/render-report.ts';

const fields = Array.from({ length: 30 }, (_, index) => `field_${index}`);
const base = {
  'contractgate-hook.yaml': 'version: 1\nmappings:\n  - { files: "f/*", contract: c.yaml }\n',
  'c.yaml': `version: "1"\nname: t\nontology:\n  entities:\n${fields.map((name) => `    - { name: ${name}, type: integer }\n`).join('')}`,
};

/** Events of which the first so many fields are of the wrong type. */
function eventsWith(wrong: number, events: number): string {
  const event = Object.fromEntries(fields.map((name, index) => [name, index < wrong ? 'x' : 1]));
  return `${JSON.stringify(event)}\n`.repeat(events);
}

describe('much that is wrong with one file', () => {
  it.each([1, 2, 3, 4, 5, 6, 10, 15, 30])('is told to people in fewer than 60 lines: %d kinds', async (wrong) => {
    const text = await render(await checkMemory({ ...base, 'f/x.ndjson': eventsWith(wrong, 2000) }), 'human');
    const lines = text.split('\n');
    expect(lines.length).toBeLessThan(60);
    // Whatever is cut is counted.
    const told = lines.filter((line) => /^ {2}field_\d+ of the wrong type: 2,000 of 2,000 events/.test(line)).length;
    const [, violations = '0', kinds = '0'] = /… and ([\d,]+) more violations? of (\d+) other kind/.exec(text) ?? [];
    expect(told + Number(kinds)).toBe(wrong);
    expect(told * 2000 + Number(violations.replaceAll(',', ''))).toBe(wrong * 2000);
    expect(text).toContain(`${(wrong * 2000).toLocaleString('en-US')} violations in 1 file`);
  });

  it('has at most three samples of a kind', async () => {
    const text = await render(await checkMemory({ ...base, 'f/x.ndjson': eventsWith(1, 50) }), 'human');
    expect(text.match(/^ {2}\d+:\d+/gm)).toEqual(['  1:12', '  2:12', '  3:12']);
    expect(text).toContain('field_0 of the wrong type: 50 of 50 events (lines 1, 2, 3, …) type_mismatch');
  });
});

describe('many files with something wrong', () => {
  it('are shown in full, in short, and counted', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 70 }, (_, index) => [`f/${index + 100}.ndjson`, eventsWith(2, 3)]),
    );
    const text = await render(await checkMemory({ ...base, ...files }), 'human');
    expect(text.match(/^f\/\d+.ndjson breaks/gm)).toHaveLength(20);
    expect(text.match(/^f\/\d+.ndjson: 6 violations in 3 of 3 events$/gm)).toHaveLength(30);
    expect(text).toContain('… and 20 more files\n');
    expect(text).toContain('420 violations in 70 files');
  });
});

describe('a report that is too long for one string', () => {
  it.each(Object.keys(formats) as FormatName[])('comes in pieces: %s', async (format) => {
    const report: Report = await checkMemory({ ...base, 'f/x.ndjson': eventsWith(3, 500) });
    const reporter = await formats[format](report);
    const lengths = Array.from(reporter(report, plainStyle()), (piece) => piece.length);
    expect(Math.max(...lengths)).toBeLessThan(50_000);
  });
});
