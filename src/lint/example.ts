/** The parts of a contract that an example is about; each item is one line of YAML. */
interface ExampleParts {
  readonly entities?: readonly string[];
  readonly metrics?: readonly string[];
  readonly quality?: readonly string[];
  /** Further lines at the top level. */
  readonly other?: readonly string[];
}

/** A small contract for the explanation of a rule. */
export function example({ entities = [], metrics = [], quality = [], other = [] }: ExampleParts): string {
  const lines = ["version: '1.0'", 'name: example', ...other, 'ontology:', '  entities:'];
  lines.push(...entities.map((entity) => `    - ${entity}`));
  for (const [key, items] of Object.entries({ metrics, quality })) {
    if (items.length > 0) lines.push(`${key}:`, ...items.map((item) => `  - ${item}`));
  }
  return `${lines.join('\n')}\n`;
}
