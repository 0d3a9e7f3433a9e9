import { Composer, Parser } from 'yaml';
import type { CST, Document } from 'yaml';
import { deepest } from './misreading.ts';

/** YAML 1.2, no merge keys, integers of any size. Positions are offsets into the text. */
const options = {
  version: '1.2',
  schema: 'core',
  merge: false,
  intAsBigInt: true,
  // Checked where keys have become texts.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

export type YamlDocuments =
  | { readonly ok: true; readonly documents: readonly Document.Parsed[] }
  | { readonly ok: false; readonly offset: number };

/** The documents of a text, or where it nests too deep: to compose such a document would overflow the stack. */
export function yamlDocuments(text: string): YamlDocuments {
  const tokens = [...new Parser().parse(text)];
  const tooDeep = tooDeepToken(tokens);
  if (tooDeep !== undefined) return { ok: false, offset: tooDeep.offset };
  return { ok: true, documents: [...new Composer(options).compose(tokens)] as Document.Parsed[] };
}

/** Without recursion, for the same reason. */
function tooDeepToken(documents: readonly CST.Token[]): CST.Token | undefined {
  const open: { readonly token: CST.Token; readonly depth: number }[] = [];
  const push = (token: CST.Token | null | undefined, depth: number): void => {
    if (token) open.push({ token, depth });
  };
  for (const document of documents) if (document.type === 'document') push(document.value, 0);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (!('items' in token)) continue;
    if (depth >= deepest) return token;
    for (const item of token.items) {
      push(item.value, depth + 1);
      push(item.key, depth + 1);
    }
  }
  return undefined;
}
