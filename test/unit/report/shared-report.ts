import type { Report } from '../../../src/check/report.ts';
import { checkMemory } from '../../support/check-memory.ts';

const order = `version: "1.4"
name: order
description: An order as the shop sends it
compliance_mode: true
ontology:
  entities:
    - { name: order_id, type: string, pattern: "^o-[0-9]+$" }
    - { name: status, type: string, enum: [open, paid, "on hold"] }
    - { name: quantity, type: integer, min: 1, max: 99 }
    - { name: placed_at, type: integer, min: 0, max: 4102444800 }
    - { name: revenue, type: float, required: false }
    - { name: note, type: string, required: false, max_length: 20 }
    - { name: email, type: string, required: false, max_length: 9, transform: { kind: mask } }
    - name: lines
      type: array
      required: false
      items:
        name: line
        type: object
        properties:
          - { name: sku, type: string }
metrics:
  - { name: turnover, field: revenue, min: 0 }
quality:
  - { field: order_id, type: uniqueness }
`;

const good = { order_id: 'o-1', status: 'open', quantity: 1, placed_at: 1_700_000_000, revenue: 1.5 };
const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;
const ndjson = (events: readonly object[]): string => events.map((event) => `${JSON.stringify(event)}\n`).join('');

const files = {
  'contractgate-hook.yaml': `version: 1
mappings:
  - { files: "fixtures/negative/*", contract: contracts/order.yaml, expect: fail, kinds: type_mismatch }
  - { files: "fixtures/either/*", contract: [contracts/order.yaml, contracts/click.yaml], resolution: fallback }
  - { files: "fixtures/lost/*", contract: contracts/lost.yaml }
  - { files: "fixtures/**", contract: contracts/order.yaml }
`,
  'contracts/order.yaml': order,
  'contracts/click.yaml': `version: "1"
name: click
ontology:
  entities:
    - { name: at, type: date, patern: "x" }
`,
  // Spelling, types, units, a metric, and characters that a terminal would follow.
  'fixtures/new order.json': json({
    ...good,
    status: 'On Hold',
    quantity: '3',
    placed_at: 1_700_000_000_000,
    revenue: undefined,
    note: 'bell \u0007, red \u001b[31m, \u202enot from the right\u202c, 100%, a,b: 山田 😀',
    email: 'someone@example.com',
    lines: [{ sku: 'a' }, { sku: null }, {}],
    'stray<&>"key': 1,
  }),
  'fixtures/many.ndjson': ndjson(
    Array.from({ length: 36 }, (_, index) =>
      index % 2 === 0
        ? { ...good, order_id: `o-${index}`, quantty: 1, quantity: undefined }
        : { ...good, order_id: `o-${index % 12}`, email: 'someone@example.com', status: 'opne' },
    ),
  ),
  'fixtures/lines.yaml':
    'order_id: o-7\nstatus: paid\nquantity: 1.0\nplaced_at: 1\nrevenue: ~\n---\n- just\n- a list\n',
  'fixtures/broken.json': '{"order_id": "o-1",\n "status": open}\n',
  'fixtures/good.json': json(good),
  'fixtures/negative/passes.json': `[${JSON.stringify(good)}]\n`,
  'fixtures/negative/none.json': '[]\n',
  'fixtures/negative/other.json': json({ ...good, quantity: 100 }),
  'fixtures/either/click.json': '[{ "at": "2026-01-31" }, { "at": "2026-01-31T10:00:00Z" }]\n',
  'fixtures/lost/order.json': json(good),
  'fixtures/large.csv': 'a,b\n',
};

/** A report that has everything that a report can have, always the same. */
export async function sharedReport(): Promise<Report> {
  const report = await checkMemory(files, { strict: true });
  return { ...report, durationMs: 1234.5 };
}
