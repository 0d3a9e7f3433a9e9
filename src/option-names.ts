import { nearest } from './nearest.ts';

/** Every name that an object of options may have, so that the compiler misses one that is left out. */
export type Names<Options> = { readonly [Name in KeyOf<Options>]: true };
type KeyOf<Options> = Options extends unknown ? keyof Options : never;

/**
 * Why an object is none of options that `what` takes: a sentence, undefined where nothing is wrong. A name that is misspelt
 * would be passed over in silence otherwise, by whoever writes JavaScript. What is undefined is not there.
 */
export function optionFault(what: string, options: unknown, names: Readonly<Record<string, true>>): string | undefined {
  if (typeof options !== 'object' || options === null) return `${what} takes an object of options`;
  const known = Object.keys(names);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || Object.hasOwn(names, name)) continue;
    const near = nearest(name, known);
    return `${what} has no option ${name}; ${near === undefined ? `the options are ${known.join(', ')}` : `did you mean ${near}?`}`;
  }
  return undefined;
}
