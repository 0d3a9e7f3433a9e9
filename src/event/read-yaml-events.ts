import { LineCounter, parseAllDocuments } from 'yaml';
import type { Document } from 'yaml';
import type { Position } from '../json-value.ts';
import type { EventFault, FixtureEvent } from './events.ts';
import { eventsOf } from './read-events.ts';
import type { ReadOptions } from './read-events.ts';
import { walkYaml } from './walk-yaml.ts';
import { yamlOptions, yamlValue } from './yaml-value.ts';

/**
 * The events of a YAML text, an extension of ours: one per document, of a document that is a list its elements. Values are
 * those that the same document has as JSON; what JSON cannot say (`.nan`, tags of one's own) is a fault.
 */
export function readYamlEvents(text: string, options: ReadOptions): readonly (FixtureEvent | EventFault)[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { ...yamlOptions, lineCounter: lines });
  const events: (FixtureEvent | EventFault)[] = [];
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const fault = (message: string, [start, end]: readonly [number, number]): EventFault => ({
    ok: false,
    record: events.length,
    message,
    start: positionOf(start),
    end: positionOf(Math.max(end, start + 1)),
    source: { text, line: 1 },
  });
  for (const [index, document] of (documents as Document.Parsed[]).entries()) {
    const objection = document.errors[0] ?? document.warnings[0];
    if (objection !== undefined) {
      events.push(fault(objection.message.split('\n', 1)[0] ?? '', objection.pos));
      // What follows a syntax error may be anything.
      break;
    }
    if (document.contents === null) continue;
    const result = yamlValue(document);
    if (!result.ok) events.push(fault(result.message, result.range));
    else {
      const source = { text, path: [], line: 1, document: index, walk: walkYaml };
      events.push(...eventsOf(result.value, source, options, events.length));
    }
  }
  return events;
}
