/** UTF-16 units of a text that a sentence quotes; the frame has the rest. */
const most = 40;

/** Text of a fixture in a sentence. Between backticks, of which none is left in it: whoever must not show it can find it. */
export function quote(text: string): string {
  const shown = text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text;
  return `\`${shown.replaceAll('`', "'")}\``;
}
