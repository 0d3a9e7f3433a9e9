import type { ErrorCode } from 'yaml';
import type { SyntaxHint } from './syntax-hint.ts';

/** The errors of `yaml` in sentences that quote nothing of the text, as most of its own do. */
const sentences: { readonly [code in ErrorCode]?: string } = {
  ALIAS_PROPS: 'an alias cannot have an anchor or a tag of its own',
  BAD_ALIAS: 'an alias or an anchor has no name, or one that ends in a colon',
  BAD_COLLECTION_TYPE: 'a tag does not go with what it stands at',
  BAD_DIRECTIVE: 'a directive (a line that begins with %) is not one of YAML',
  BAD_DQ_ESCAPE: 'a text in double quotes has an unknown escape; a backslash is written twice',
  BAD_INDENT: 'the indentation does not go with that of the lines above',
  BAD_PROP_ORDER: 'an anchor or a tag stands before an indicator that it must come after',
  BAD_SCALAR_START: 'a text begins with a character that needs quotes around it',
  BLOCK_AS_IMPLICIT_KEY: 'there is a second colon on the line, or a list where a value was',
  BLOCK_IN_FLOW: 'a block stands inside of brackets or braces',
  KEY_OVER_1024_CHARS: 'a key has more than 1024 characters',
  MISSING_CHAR: 'a closing quote or bracket, a comma, a colon or a space is missing',
  MULTILINE_IMPLICIT_KEY: 'a key goes on over several lines, or a line has no colon',
  MULTIPLE_ANCHORS: 'a value has two anchors',
  MULTIPLE_TAGS: 'a value has two tags',
  TAB_AS_INDENT: 'a tab stands in the indentation, where YAML takes spaces only',
  TAG_RESOLVE_FAILED: 'the value does not go with its tag, or the tag is unknown',
  UNEXPECTED_TOKEN: 'something stands here that YAML does not expect',
};

/** Why a text is no YAML, in words of our own. */
interface YamlFault {
  readonly sentence: string;
  /** Than what `yaml` says. */
  readonly isClearer: boolean;
  readonly hint?: SyntaxHint;
}

/** `all`: the codes of all that `yaml` has found. */
export function yamlFault(code: ErrorCode, all: readonly ErrorCode[]): YamlFault {
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && all.includes('MULTILINE_IMPLICIT_KEY')) {
    const sentence = 'this line is indented as if it belonged to the value before it';
    return { sentence, isClearer: true, hint: { code: 'indentation' } };
  }
  const sentence = sentences[code] ?? 'the text is no YAML';
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return { sentence, isClearer: true, hint: { code: 'colon' } };
  if (code === 'TAB_AS_INDENT') return { sentence, isClearer: true, hint: { code: 'tab' } };
  return { sentence, isClearer: false };
}
