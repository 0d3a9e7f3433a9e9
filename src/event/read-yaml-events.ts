import type { YAMLError } from 'yaml';
import { lineFinder } from '../text-position.ts';
import type { EventFault, FixtureEvent } from './events.ts';
import { deepest } from './misreading.ts';
import { eventsOf, faultAt } from './read-events.ts';
import type { ReadOptions } from './read-events.ts';
import { walkYaml } from './walk-yaml.ts';
import { yamlDocuments } from './yaml-documents.ts';
import { yamlFault } from './yaml-faults.ts';
import { yamlValue } from './yaml-value.ts';
import type { YamlObjection } from './yaml-value.ts';

/**
 * The events of a YAML text, an extension of ours: one per document, of a document that is a list its elements. Values are
 * those that the same document has as JSON; what JSON cannot say (`.nan`, tags of one's own) is a fault.
 */
export function readYamlEvents(text: string, options: ReadOptions): readonly (FixtureEvent | EventFault)[] {
  const result = yamlDocuments(text);
  if (!result.ok) {
    return [faultAt({ text, line: 1 }, `more than ${deepest} mappings and lists inside each other`, result.offset, 0)];
  }
  const positionOf = lineFinder(text, 1);
  const events: (FixtureEvent | EventFault)[] = [];
  for (const document of result.documents) {
    const [begin, , end] = document.range;
    const source = { text: text.slice(begin, end), path: [], line: positionOf(begin).line, walk: walkYaml };
    const record = events.length;
    const objections = [...document.errors, ...document.warnings];
    if (objections[0] !== undefined) {
      events.push(syntaxFault(text, objections[0], objections, record));
      // What follows a syntax error may be anything.
      break;
    }
    const read = yamlValue(document);
    if (read.ok) events.push(...eventsOf(read.value, source, options, record));
    else events.push(valueFault(text, read, record));
  }
  return result.documents.length > 0 ? events : [faultAt({ text, line: 1 }, 'the file has no YAML document', 0, 0)];
}

/**
 * What is wrong with a text at its end is told where its last line ends that has anything on it. `all` errors, since what
 * follows from the first tells more of it.
 */
function syntaxFault(
  text: string,
  { message, code, pos: [from, to] }: YAMLError,
  all: readonly YAMLError[],
  record: number,
): EventFault {
  const told = yamlFault(
    code,
    all.map((one) => one.code),
  );
  const sentence = told.isClearer ? told.sentence : message.charAt(0).toLowerCase() + message.slice(1);
  const at = told.hint?.code === 'indentation' ? nextLine(text, from) : Math.min(from, text.trimEnd().length);
  const hint = /^(<{7}|={7}|>{7})( |$)/m.test(text) ? ({ code: 'conflict' } as const) : told.hint;
  return {
    ...faultAt({ text, line: 1 }, sentence, at, record, to),
    discreetMessage: told.sentence,
    ...(hint && { hint }),
  };
}

/** Where the next line begins that has anything on it. */
function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  const indent = text.slice(end).search(/\S/);
  return end === -1 || indent === -1 ? offset : end + indent;
}

function valueFault(text: string, { message, range: [from, to], path }: YamlObjection, record: number): EventFault {
  return { ...faultAt({ text, line: 1 }, message, from, record, to), ...(path && { path }) };
}
