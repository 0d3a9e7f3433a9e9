import { nearest } from '../nearest.ts';
import { formats, isFormat } from '../report/formats.ts';
import type { FormatName } from '../report/formats.ts';

/** Where reports go. */
export interface Outputs {
  readonly stdout: FormatName;
  readonly files: readonly { readonly format: FormatName; readonly path: string }[];
}

/** `--format FORMAT` for stdout, `--format FORMAT:FILE` for a file besides; a sentence where that makes no sense. */
export function parseOutputs(values: readonly string[] = []): Outputs | string {
  const files: { format: FormatName; path: string }[] = [];
  let stdout: FormatName | undefined;
  for (const value of values) {
    const [format = '', ...rest] = value.split(':');
    if (!isFormat(format)) return unknownFormat(format);
    if (rest.length === 0) {
      if (stdout === format) return `--format ${format} is there twice.`;
      if (stdout !== undefined) {
        return `--format ${stdout} and --format ${format} cannot both go to stdout; write --format ${format}:FILE for one of them.`;
      }
      stdout = format;
      continue;
    }
    const path = rest.join(':');
    if (path === '') return `--format ${format}: needs the name of a file after the colon.`;
    if (files.some((file) => file.path === path)) return `--format names the file ${path} twice.`;
    files.push({ format, path });
  }
  return { stdout: stdout ?? 'human', files };
}

function unknownFormat(name: string): string {
  const names = Object.keys(formats);
  const near = nearest(name, names);
  const hint = near === undefined ? '.' : ` (did you mean ${near}?)`;
  return `unknown format ${name}; the formats are ${names.join(', ')}${hint}`;
}
