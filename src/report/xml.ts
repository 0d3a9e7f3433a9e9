import { printable } from './printable.ts';

/** An element on a line of its own, with its attributes in order; those that are undefined are left out. */
export function element(
  name: string,
  attributes: { readonly [name: string]: string | number | undefined },
  content: readonly string[] | string = [],
): string {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${attributeText(String(value))}"`);
  const tag = `<${name}${list.join('')}`;
  if (typeof content === 'string') return `${tag}>${text(content)}</${name}>`;
  return content.length === 0 ? `${tag}/>` : [`${tag}>`, ...content, `</${name}>`].join('\n');
}

const entities: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no place for control characters, not even escaped, so they are spelt out. */
function text(content: string): string {
  return content
    .split('\n')
    .map((line) => printable(line).replace(/[&<>"]/g, (character) => entities[character] ?? character))
    .join('\n');
}

function attributeText(content: string): string {
  return text(content).replaceAll('\n', '&#10;');
}
