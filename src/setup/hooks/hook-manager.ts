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

/** Whether a hook file or configuration already names the program, or the hook id of the pre-commit framework. */
export function namesProgram(text: string | undefined): boolean {
  return text !== undefined && /contractgate/.test(text);
}
