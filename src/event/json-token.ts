import type { ScanError, SyntaxKind } from 'jsonc-parser';

/** jsonc-parser's token kinds and errors. It declares them as `const enum`, of which nothing is left at run time. */
export const token = {
  openBrace: 1 satisfies SyntaxKind.OpenBraceToken,
  closeBrace: 2 satisfies SyntaxKind.CloseBraceToken,
  openBracket: 3 satisfies SyntaxKind.OpenBracketToken,
  closeBracket: 4 satisfies SyntaxKind.CloseBracketToken,
  comma: 5 satisfies SyntaxKind.CommaToken,
  colon: 6 satisfies SyntaxKind.ColonToken,
  null: 7 satisfies SyntaxKind.NullKeyword,
  true: 8 satisfies SyntaxKind.TrueKeyword,
  false: 9 satisfies SyntaxKind.FalseKeyword,
  string: 10 satisfies SyntaxKind.StringLiteral,
  number: 11 satisfies SyntaxKind.NumericLiteral,
  lineComment: 12 satisfies SyntaxKind.LineCommentTrivia,
  blockComment: 13 satisfies SyntaxKind.BlockCommentTrivia,
  lineBreak: 14 satisfies SyntaxKind.LineBreakTrivia,
  space: 15 satisfies SyntaxKind.Trivia,
  unknown: 16 satisfies SyntaxKind.Unknown,
  end: 17 satisfies SyntaxKind.EOF,
} as const;

/** What is wrong with a string, by the scanner's error. */
export const stringFaults: { readonly [error in ScanError]?: string } = {
  2: 'a string has no closing quote on its line',
  4: 'a string has a `\\u` without four hexadecimal digits',
  5: 'a string has an unknown escape',
  6: 'a string has a control character, which must be escaped',
};
