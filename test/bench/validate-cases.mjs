import { Ajv } from 'ajv';
import { Contract } from '../../dist/index.js';
import { contract as contractText, makeEvents, schema } from './events.mjs';

const count = 200_000;

/** One thread, in process: the library on valid and on broken events, against ajv 8 with all errors and JSON.parse. */
export function validateGroups() {
  const contract = Contract.fromYaml(contractText).compile();
  const validate = new Ajv({ allErrors: true }).compile(schema);
  const ajvErrors = (event) => (validate(event) ? 0 : validate.errors.length);

  const events = makeEvents(count);
  const lines = events.map((event) => JSON.stringify(event));
  const broken = events.map((event) => ({ ...event, event_type: 'delete', timestamp: -1 }));
  const brokenLines = broken.map((event) => JSON.stringify(event));

  return [
    {
      title: `${count} parsed valid events`,
      cases: [
        counting('ajv 8', events, ajvErrors, 0),
        counting('contractgate-hook validate', events, (event) => contract.validate(event).violations.length, 0),
      ],
    },
    {
      title: `${count} valid events as text`,
      cases: [
        counting('JSON.parse + ajv 8', lines, (line) => ajvErrors(JSON.parse(line)), 0),
        counting('contractgate-hook validateJson', lines, (line) => contract.validateJson(line).violations.length, 0),
      ],
    },
    {
      title: `${count} events that violate two rules each, messages rendered`,
      cases: [
        counting('JSON.parse', brokenLines, (line) => (JSON.parse(line) === null ? 1 : 2), 2 * count),
        counting(
          'contractgate-hook validate',
          broken,
          (event) => contract.validate(event).violations.length,
          2 * count,
        ),
      ],
    },
  ];
}

/** A case that goes through all items, and fails when it does not find what there is to find. */
function counting(name, items, violationsOf, expected) {
  return {
    name,
    events: items.length,
    run() {
      let found = 0;
      for (const item of items) found += violationsOf(item);
      if (found !== expected) throw new Error(`${name} found ${found} violations, expected ${expected}`);
    },
  };
}
