import { createColors } from 'picocolors';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../src/check/report.ts';
import { reportStepSummary } from '../../../src/report/step-summary.ts';
import type { FormatName } from '../../../src/report/formats.ts';
import { plainStyle, render } from '../../support/render-report.ts';
import { sharedReport } from './shared-report.ts';

let report: Report;
beforeAll(async () => {
  report = await sharedReport();
});

/** What each format makes of the same report; `vitest -u` writes the files anew. */
describe('the report', () => {
  it.each<[FormatName, string]>([
    ['human', 'human.txt'],
    ['concise', 'concise.txt'],
    ['json', 'report.json'],
    ['github', 'github.txt'],
    ['gitlab', 'gitlab.json'],
    ['junit', 'junit.xml'],
    ['sarif', 'report.sarif'],
  ])('as %s', async (format, file) => {
    await expect(await render(report, format)).toMatchFileSnapshot(`golden/${file}`);
  });

  it('as the summary of a step', async () => {
    await expect(reportStepSummary(report)).toMatchFileSnapshot('golden/step-summary.md');
  });

  it('as human, in colours, with links, in a narrow terminal', async () => {
    const style = {
      colors: createColors(true),
      width: 60,
      path: (path: string) => `../${path}`,
      link: (text: string, path: string) => `\u001b]8;;file:///${path}\u001b\\${text}\u001b]8;;\u001b\\`,
    };
    const text = (await render(report, 'human', style)).replaceAll('\u001b', '␛');
    await expect(text).toMatchFileSnapshot('golden/human-colours.txt');
  });

  it('fits a narrow terminal with every frame', async () => {
    const text = await render(report, 'human', plainStyle(50));
    const frames = text.split('\n').filter((line) => /^ +\d* \|/.test(line));
    expect(frames.length).toBeGreaterThan(20);
    expect(frames.filter((line) => line.length > 50)).toEqual([]);
  });

  it.each<FormatName>(['human', 'concise', 'json', 'github', 'gitlab', 'junit', 'sarif'])(
    'has no control or bidirectional character in %s, but line feeds',
    async (format) => {
      expect(await render(report, format)).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\p{Cs}/u);
    },
  );

  it('is the same data in JSON as in the report', async () => {
    const { checks } = JSON.parse(await render(report, 'json')) as { checks: { violations: { message: string }[] }[] };
    const messages = checks.map(({ violations }) => violations.map(({ message }) => message));
    expect(messages).toEqual(report.checks.map(({ violations }) => violations.map(({ message }) => message)));
  });
});
