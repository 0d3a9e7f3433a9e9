import type { Format } from '../event/events.ts';
import type { Mapping } from '../mapping/mapping.ts';

const formats: { readonly [extension: string]: Format } = {
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  yaml: 'yaml',
  yml: 'yaml',
};

/** The format of a fixture: its mapping's, or what its extension says. Undefined where neither does. */
export function formatOf(path: string, mapping: Mapping): Format | undefined {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return mapping.format ?? (Object.hasOwn(formats, extension) ? formats[extension] : undefined);
}
