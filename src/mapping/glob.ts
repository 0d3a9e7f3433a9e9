import picomatch from 'picomatch';
import { expressionMatcher } from './expression-matcher.ts';
import type { GlobMatcher } from './expression-matcher.ts';
import { readGlob } from './glob-syntax.ts';
import { normalise } from './template.ts';

/**
 * The source of a regular expression for a glob. Globs match whole paths from the repository's root, letter by letter as git
 * does; wildcards match names with a leading dot too.
 */
export function globExpression(glob: string): string {
  const read = readGlob(normalise(glob));
  // A mapping file with such a glob is refused.
  if (!read.ok) return '(?!)';
  return picomatch.makeRe(read.pattern, { dot: true, capture: true, posix: true, keepQuotes: true }).source;
}

export function globMatcher(glob: string): GlobMatcher {
  return expressionMatcher(globExpression(glob));
}

/** Why a glob cannot be used; undefined when it can. */
export function refuseGlob(glob: string): string | undefined {
  if (glob.trim() === '') return 'expected a glob, got an empty text';
  if (glob.startsWith('!')) return `the glob \`${glob}\` is negated; list what to leave out under \`exclude\``;
  if (glob.trim() !== glob) {
    return `the glob \`${glob}\` has a space at its ${glob.trimStart() === glob ? 'end' : 'beginning'}; write \`[ ]\` where it is meant`;
  }
  const folder = /^(?:(.*)\/)?\.?$/s.exec(glob);
  if (folder !== null) {
    const inside = normalise(`${folder[1] ?? ''}/**`).replace(/^\//, '');
    return refusePath(glob, 'glob') ?? `the glob \`${glob}\` names a folder; write \`${inside}\` for what is in it`;
  }
  const read = readGlob(glob);
  return refusePath(glob, 'glob') ?? (read.ok ? undefined : read.message);
}

/** Why the path of a contract cannot be used. */
export function refuseTemplate(path: string): string | undefined {
  const [wrong] = /\$(?:0|\{\d+\})/.exec(path) ?? [];
  if (wrong !== undefined) return `the contract path \`${path}\` has \`${wrong}\`; wildcards are \`$1\` to \`$9\``;
  return refusePath(path, 'contract path');
}

/** Why the path of the baseline cannot be used. */
export function refuseBaseline(path: string): string | undefined {
  return refusePath(path, 'path of the baseline');
}

function refusePath(path: string, what: string): string | undefined {
  if (/^([\\/]|[A-Za-z]:)/.test(path))
    return `the ${what} \`${path}\` is absolute; write it from the repository's root`;
  if (path.includes('\\')) return `the ${what} \`${path}\` has a backslash; write \`/\` between folders`;
  if (/(^|\/)\.\.(\/|$)/.test(path)) {
    return `the ${what} \`${path}\` has a \`..\` in it; write it from the repository's root, as git lists it`;
  }
  return undefined;
}
