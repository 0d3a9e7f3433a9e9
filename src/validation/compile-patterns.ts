import type { Field, KeyRange } from '../contract/contract.ts';
import { compilePattern } from '../pattern/compile-pattern.ts';
import { memberPath } from './compile-field.ts';
import type { DeclaredPattern } from './compiled-field.ts';
import { typeName } from './message.ts';

/** Why the gateway refuses to compile a contract that it could parse: its own sentence, and the key to blame. */
export interface CompileProblem {
  readonly message: string;
  readonly at: KeyRange | undefined;
}

export type PatternsResult =
  | { readonly ok: true; readonly patterns: ReadonlyMap<string, DeclaredPattern> }
  | { readonly ok: false; readonly problem: CompileProblem };

/** `compile_field_patterns`: every `pattern` outside of `items`, whatever the field's type; the last of a path wins. */
export function compilePatterns(entities: readonly Field[]): PatternsResult {
  const patterns = new Map<string, DeclaredPattern>();
  for (const [path, field] of declaredFields(entities, '')) {
    if (field.pattern === undefined) continue;
    const at = field.at['pattern'];
    const result = compilePattern(field.pattern);
    if (!result.ok) {
      const message = `Invalid regex '${field.pattern}' for field '${path}': ${result.error}`;
      return { ok: false, problem: { message, at } };
    }
    patterns.set(path, { matcher: result.matcher, at });
  }
  return { ok: true, patterns };
}

/** `validate_transform_types`: a PII transform is for strings only, and this too is not looked for under `items`. */
export function findTransformProblem(entities: readonly Field[]): CompileProblem | undefined {
  for (const [path, field] of declaredFields(entities, '')) {
    if (field.transform === undefined || field.type === 'string') continue;
    return {
      message: `Field '${path}' declares a PII transform but has type '${typeName(field.type)}' — transforms are only supported on string fields. If this field holds PII, change its type to 'string'.`,
      at: field.at['transform'],
    };
  }
  return undefined;
}

/** Fields in the order in which the gateway compiles them: into the properties of objects, never into items. */
function* declaredFields(fields: readonly Field[], prefix: string): Generator<[path: string, field: Field]> {
  for (const field of fields) {
    const path = memberPath(prefix, field.name);
    yield [path, field];
    if (field.type === 'object' && field.properties) yield* declaredFields(field.properties, path);
  }
}
