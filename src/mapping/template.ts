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

/** A path without what says nothing: `./` before it, and slashes that are doubled. */
export function normalise(path: string): string {
  return path.replace(/^(\.\/+)+/, '').replace(/\/(\.?\/)+/g, '/');
}
