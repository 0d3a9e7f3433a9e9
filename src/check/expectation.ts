import type { EventFault, FixtureEvent } from '../event/events.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { UnmetExpectation } from './found-violation.ts';
import type { Found } from './found-violation.ts';

/** A negative fixture without events shows nothing, and would go on to show nothing in silence. */
export function noEventFails(): Found {
  const message = 'The file has no event that could fail, but its mapping has `expect: fail`';
  return new UnmetExpectation(0, undefined, 'unexpected_pass', message);
}

/** What is wrong with an event of a negative fixture: that it passes, or that it fails in another way than asked for. */
export function unmetExpectation(
  { kinds, fields }: Pick<Mapping, 'kinds' | 'fields'>,
  found: readonly Found[],
  event: FixtureEvent | EventFault,
): readonly Found[] {
  if (found.length === 0) {
    if (!event.ok) return [];
    const message = 'The event passes its contract, but its mapping has `expect: fail`';
    return [new UnmetExpectation(event.record, event.source, 'unexpected_pass', message)];
  }
  const others = found.filter(
    ({ kind, field }) =>
      (kinds !== undefined && !kinds.includes(kind)) || (fields !== undefined && !fields.includes(field)),
  );
  if (others.length === 0 || !event.ok) return others;
  const expected = [kinds && `kind ${kinds.join(' or ')}`, fields && `field ${fields.join(' or ')}`]
    .filter((part) => part !== undefined)
    .join(' in ');
  return others.map(({ message }) => {
    const sentence = `The event fails in another way than the mapping expects (${expected}): ${message}`;
    return new UnmetExpectation(event.record, event.source, 'unexpected_violation', sentence);
  });
}
