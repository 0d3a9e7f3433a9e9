import { applyEdits, format } from 'jsonc-parser';
import { fromJavaScript } from '../sdk/from-javascript.ts';
import { jsonText } from '../validation/json-text.ts';

/** The JSON text of a JavaScript value, spread over lines for a reader; a bigint is an integer. */
export function eventText(event: unknown): string {
  try {
    const text: string | undefined = JSON.stringify(event, undefined, 2);
    return text ?? 'null';
  } catch {
    // A bigint somewhere in it, which JSON.stringify refuses.
    const text = jsonText(fromJavaScript(event));
    return applyEdits(text, format(text, undefined, { insertSpaces: true, tabSize: 2 }));
  }
}
