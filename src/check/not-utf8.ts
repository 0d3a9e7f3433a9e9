import { notUtf8 } from '../event/decode-text.ts';
import type { Problem } from '../problem.ts';
import { positionAt } from '../text-position.ts';

/** Where the bytes of a contract or mapping file are not UTF-8. `text`: what `Buffer.toString` made of them. */
export function notUtf8Problem(
  bytes: Buffer,
  text: string,
  { what, ...problem }: Pick<Problem, 'code' | 'file'> & { readonly what: string },
): Problem | undefined {
  const objection = notUtf8(bytes, text);
  if (objection === undefined) return undefined;
  const { before } = objection;
  const place = positionAt(before, before.length);
  return { ...problem, message: `${what} is not UTF-8 text`, ...place, hint: 'Save it as UTF-8.' };
}
