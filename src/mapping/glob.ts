import picomatch from 'picomatch';
import { readGlob } from './glob-syntax.ts';

/** What the wildcards of a glob matched in a path, in order; undefined for a path that the glob does not match. */
export type GlobMatcher = (path: string) => readonly string[] | undefined;

/**
 * Globs match whole paths from the repository's root, letter by letter as git does; wildcards match names with a leading dot
 * too. `ignoresCase`: for telling what a glob would match otherwise.
 */
export function globMatcher(glob: string, { ignoresCase = false } = {}): GlobMatcher {
  const read = readGlob(normalise(glob));
  // A mapping file with such a glob is refused.
  if (!read.ok) return () => undefined;
  const options = { dot: true, capture: true, posix: true, keepQuotes: true };
  const { source, flags } = picomatch.makeRe(read.pattern, options);
  // The `**` of picomatch is made of dots, and a name may have a line break in it.
  const expression = new RegExp(source, `${flags}s${ignoresCase ? 'i' : ''}`);
  return (path) =>
    expression
      .exec(path)
      ?.slice(1)
      .map((capture) => capture ?? '');
}

function normalise(path: string): string {
  return path.replace(/^(\.\/+)+/, '').replace(/\/(\.?\/)+/g, '/');
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

/**
 * Makes the path of a contract from what the wildcards matched, which `$1` to `$9` stand for. Undefined where a wildcard that
 * the template names does not exist or matched nothing.
 */
export function templateFiller(template: string): (captures: readonly string[]) => string | undefined {
  const numbers = Array.from(template.matchAll(/\$([1-9])/g), ([, digit]) => Number(digit) - 1);
  // Thousands of fixtures share a contract.
  const filled = new Map<string, string | undefined>();
  return (captures) => {
    const values = numbers.map((number) => captures[number] ?? '');
    const key = values.join('\0');
    if (!filled.has(key)) filled.set(key, fill(template, values));
    return filled.get(key);
  };
}

function fill(template: string, values: readonly string[]): string | undefined {
  if (values.includes('')) return undefined;
  let next = 0;
  const path = template.replace(/\$[1-9]/g, () => values[next++] ?? '');
  return normalise(path);
}

/** Whether a path could be what a contract template names, whatever its wildcards match. */
export function templateMatcher(template: string): (path: string) => boolean {
  const literals = normalise(template)
    .split(/\$[1-9]/)
    .map((literal) => literal.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const expression = new RegExp(`^${literals.join('.+')}$`, 's');
  return (path) => expression.test(path);
}
