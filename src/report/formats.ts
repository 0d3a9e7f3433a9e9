import type { Report } from '../check/report.ts';
import { summaryText } from './human-summary.ts';
import type { Style } from './style.ts';

/** Text in pieces, of which none is too long for a string. */
type Reporter = (report: Report, style: Style) => Iterable<string>;

/** Every format of a report, loaded when it is asked for. Of a commit that passes there is one line to say. */
export const formats = {
  human: async ({ checks, findings, problems }: Report): Promise<Reporter> => {
    const isQuiet = checks.every(({ passed }) => passed) && findings.length + problems.length === 0;
    if (isQuiet) return (report, style) => [summaryText(report, style)];
    const { reportHuman } = await import('./human.ts');
    return (report, style) => [reportHuman(report, style)];
  },
  concise: async (): Promise<Reporter> => (await import('./concise.ts')).reportConcise,
  json: async (): Promise<Reporter> => (await import('./json.ts')).reportJson,
  github: async (): Promise<Reporter> => (await import('./github.ts')).reportGithub,
  gitlab: async (): Promise<Reporter> => (await import('./gitlab.ts')).reportGitlab,
  junit: async (): Promise<Reporter> => (await import('./junit.ts')).reportJunit,
  sarif: async (): Promise<Reporter> => (await import('./sarif.ts')).reportSarif,
};

export type FormatName = keyof typeof formats;

export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
