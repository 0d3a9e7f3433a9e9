import type { ScanError, SyntaxKind } from 'jsonc-parser';

/** jsonc-parser's token kinds and errors. It declares them as `const enum`, of which nothing is left at run time. */
export const token = {
  openBrace: 1 as SyntaxKind.OpenBraceToken,
  closeBrace: 2 as SyntaxKind.CloseBraceToken,
  openBracket: 3 as SyntaxKind.OpenBracketToken,
  closeBracket: 4 as SyntaxKind.CloseBracketToken,
  comma: 5 as SyntaxKind.CommaToken,
  colon: 6 as SyntaxKind.ColonToken,
  null: 7 as SyntaxKind.NullKeyword,
  true: 8 as SyntaxKind.TrueKeyword,
  false: 9 as SyntaxKind.FalseKeyword,
  string: 10 as SyntaxKind.StringLiteral,
  number: 11 as SyntaxKind.NumericLiteral,
  lineComment: 12 as SyntaxKind.LineCommentTrivia,
  blockComment: 13 as SyntaxKind.BlockCommentTrivia,
  lineBreak: 14 as SyntaxKind.LineBreakTrivia,
  space: 15 as SyntaxKind.Trivia,
  unknown: 16 as SyntaxKind.Unknown,
  end: 17 as SyntaxKind.EOF,
} as const;

export const unknownEscape = 5 as ScanError;

/** What is wrong with a string, by the scanner's error. */
export const stringFaults: { readonly [error in ScanError]?: string } = {
  2: 'a string has no closing quote on its line',
  4: 'a string has a `\\u` without four hexadecimal digits',
  5: 'a string has an unknown escape',
  6: 'a string has a control character, which must be escaped',
};
