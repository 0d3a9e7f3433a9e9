import type { Report } from '../check/report.ts';
import { reportHuman } from './human.ts';
import type { Style } from './style.ts';

/** Text in pieces, of which none is too long for a string. */
type Reporter = (report: Report, style: Style) => Iterable<string>;

/** Every format of a report. All but the one for people are loaded when they are asked for. */
export const formats = {
  human: (): Reporter => (report, style) => [reportHuman(report, style)],
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
