import type { FileChange } from '../file-change.ts';
import type { Place } from '../place.ts';

/** Something that runs commands at a commit. */
export interface HookManager {
  readonly name: string;
  /** What shows that this repository uses it; undefined: nothing does. */
  evidence(place: Place): string | undefined;
  propose(place: Place): HookProposal;
}

/** How a commit comes to be checked. */
export type HookProposal =
  /** It is already. */
  | { readonly kind: 'present'; readonly path: string }
  | {
      readonly kind: 'change';
      readonly change: FileChange;
      /** Commands that make it take effect, where writing the file does not. */
      readonly commands?: readonly string[];
    }
  /** It is for the person to do, and why. */
  | { readonly kind: 'by-hand'; readonly reason: string; readonly instruction: string };

/** Whether a hook file or configuration names the program, or the hook id of the pre-commit framework, in no comment. */
export function namesProgram(text: string | undefined): boolean {
  return text !== undefined && /contractgate/.test(text.replace(/^\s*(#|\/\/).*$/gm, ''));
}

/** Whether a hook of POSIX shell comes to where it names the program: not after a line that ends it for sure. */
export function runsProgram(script: string | undefined): boolean {
  const end = script?.search(/^(?:exit|exec)\b(?!.*contractgate)/m) ?? -1;
  return namesProgram(end === -1 ? script : script?.slice(0, end));
}

/**
 * A hook of POSIX shell with a line more, right below its first: there, nothing keeps it from being run, and the exit code of
 * the last line stays that of the hook. Undefined for a hook in another language.
 */
export function withFirstLine(script: string, line: string): string | undefined {
  const [first = ''] = /^#!.*\n?/.exec(script) ?? [];
  if (first !== '' && !/^#!\s*(\S*\/)?(env\s+)?(ba|da|z|k|a)?sh\b/.test(first)) return undefined;
  return `${first === '' || first.endsWith('\n') ? first : `${first}\n`}${line}\n${script.slice(first.length)}`;
}
