import type { GatewayState } from './contracts.ts';

export const KEY = 'cg_live_0123456789abcdef';

export const ids = {
  events: '11111111-1111-1111-1111-111111111111',
  envelope: '22222222-2222-2222-2222-222222222222',
  draft: '33333333-3333-3333-3333-333333333333',
  fallback: '44444444-4444-4444-4444-444444444444',
  unknown: '99999999-9999-9999-9999-999999999999',
} as const;

export const userEvents = (version: string, enumeration: string = '[click, view]'): string => `version: '${version}'
name: user_events
ontology:
  entities:
    - { name: user_id, type: string, pattern: '^[a-z0-9_]+$' }
    - { name: event_type, type: string, enum: ${enumeration} }
    - { name: timestamp, type: integer, min: 0 }
    - { name: email, type: string, required: false, transform: { kind: redact } }
    - { name: amount, type: float, required: false }
`;

const envelope = `version: '1.0'
name: listings
ontology: { entities: [{ name: id, type: string }] }
envelope: { records_path: data }
`;

/** Contracts of each kind that a client meets. */
export const state: GatewayState = {
  keys: { [KEY]: [], cg_live_scoped: [ids.envelope] },
  contracts: [
    {
      id: ids.events,
      name: 'user_events',
      versions: [
        { version: '0.9', state: 'deprecated', yaml: userEvents('0.9') },
        { version: '1.0', state: 'stable', yaml: userEvents('1.0') },
        { version: '1.1', state: 'stable', yaml: userEvents('1.1') },
        { version: '2.0', state: 'draft', yaml: userEvents('2.0', '[click, view, buy]') },
      ],
    },
    { id: ids.envelope, name: 'listings', versions: [{ version: '1.0', state: 'stable', yaml: envelope }] },
    { id: ids.draft, name: 'draft', versions: [{ version: '1.0.0', state: 'draft', yaml: userEvents('1.0.0') }] },
    {
      id: ids.fallback,
      name: 'fallback',
      resolution: 'fallback',
      versions: [
        { version: '1.0', state: 'stable', yaml: userEvents('1.0', '[legacy]') },
        { version: '2.0', state: 'stable', yaml: userEvents('2.0') },
      ],
    },
  ],
};

export const good = { user_id: 'alice_01', event_type: 'click', timestamp: 1712000000 };
export const bad = { user_id: 'Alice!', event_type: 'click', timestamp: 1712000000 };
