/** What code relies on in an answer: a type, a list of one shape, or keys that have to be there. Other keys may be. */
export type Shape = 'string' | 'number' | 'boolean' | readonly [Shape] | { readonly [key: string]: Shape };

/** The first place where a value is not of a shape, as a sentence about it; undefined where it is. */
export function mismatch(value: unknown, shape: Shape, path = ''): string | undefined {
  if (typeof shape === 'string') return typeof value === shape ? undefined : complaint(value, `a ${shape}`, path);
  if (isList(shape)) return Array.isArray(value) ? first(value, shape[0], path) : complaint(value, 'an array', path);
  if (!isRecord(value)) return complaint(value, 'an object', path);
  for (const [key, member] of Object.entries(shape)) {
    const found = mismatch(value[key], member, path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(shape: Exclude<Shape, string>): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function first(items: readonly unknown[], shape: Shape, path: string): string | undefined {
  for (const [index, item] of items.entries()) {
    const found = mismatch(item, shape, `${path}[${index}]`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function complaint(value: unknown, wanted: string, path: string): string {
  return `expected ${wanted} at ${path === '' ? 'the root' : `\`${path}\``}, got ${typeName(value)}`;
}

function typeName(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : typeof value;
}
