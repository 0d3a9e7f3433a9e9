import picocolors from 'picocolors';
import type { Report } from '../../src/check/report.ts';
import { formats } from '../../src/report/formats.ts';
import type { FormatName } from '../../src/report/formats.ts';
import { reportStepSummary } from '../../src/report/step-summary.ts';
import type { Style } from '../../src/report/style.ts';

export function plainStyle(width: number = 120): Style {
  return { colors: picocolors.createColors(false), width, path: (path) => path, link: (text) => text };
}

export async function render(report: Report, format: FormatName, style: Style = plainStyle()): Promise<string> {
  const reporter = await formats[format](report);
  return [...reporter(report, style)].join('');
}

/** Every text that a report can become. */
export async function renderAll(report: Report): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const format of Object.keys(formats) as FormatName[]) texts.set(format, await render(report, format));
  texts.set('human, wide', await render(report, 'human', plainStyle(400)));
  texts.set('step summary', reportStepSummary(report));
  return texts;
}
