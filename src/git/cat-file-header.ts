/** What git says of an object before its content. */
export type CatFileHeader =
  | { readonly kind: 'object'; readonly oid: string; readonly type: string; readonly size: number }
  | { readonly kind: 'missing' | 'ambiguous' | 'submodule' };

const OBJECT = /^([0-9a-f]{40,}) (blob|tree|commit|tag) (\d{1,15})$/;
const BLOB = ' blob ';
const OID = /^[0-9a-f]{40,}$/;
const SIZE = /^\d{1,15}$/;

/**
 * Parses the line with which `cat-file --batch` answers the request `name`
 * (https://git-scm.com/docs/git-cat-file#_batch_output):
 *
 *     587be6b4c3f93f93c489c0111bba5596147a26cb blob 2 LF     then the content, then LF
 *     :0:no/such file missing LF
 *     587b ambiguous LF
 *     b84cbf08b89e10a2591a85d6b54b16e2be37371d submodule LF  git 2.51 and later
 *
 * The name comes back as it was asked for, so that one that looks like an answer is not taken for it. `undefined`: no such
 * answer is known.
 */
export function parseCatFileHeader(line: string, name: string): CatFileHeader | undefined {
  // Asked for by its id, as fixtures are: nothing of the line but the size is news.
  if (line.startsWith(name) && line.startsWith(BLOB, name.length) && OID.test(name)) {
    const digits = line.slice(name.length + BLOB.length);
    if (SIZE.test(digits)) return { kind: 'object', oid: name, type: 'blob', size: Number(digits) };
  }
  if (line === `${name} missing`) return { kind: 'missing' };
  if (line === `${name} ambiguous`) return { kind: 'ambiguous' };
  const [, oid, type, size] = OBJECT.exec(line) ?? [];
  if (oid !== undefined && oid !== name && OID.test(name)) return undefined;
  if (oid !== undefined && type !== undefined) return { kind: 'object', oid, type, size: Number(size) };
  return /^[0-9a-f]{40,} submodule$/.test(line) ? { kind: 'submodule' } : undefined;
}
