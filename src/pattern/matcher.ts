/** A compiled pattern; `test` is the unanchored search of Rust's `Regex::is_match`, linear in the text. */
export interface Matcher {
  test(text: string): boolean;
}

export type PatternResult =
  | { readonly ok: true; readonly matcher: Matcher }
  /** `error` is the text of Rust's `regex::Error`, several lines long for syntax errors. */
  | { readonly ok: false; readonly error: string };
