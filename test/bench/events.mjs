/** Seeded events of the user_events contract; the same on every machine. */
export function makeEvents(count, seed = 1) {
  let state = seed;
  const random = (limit) => {
    // https://en.wikipedia.org/wiki/Linear_congruential_generator, the parameters of Numerical Recipes.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % limit;
  };
  const types = ['click', 'view', 'purchase', 'login'];
  return Array.from({ length: count }, (_, index) => ({
    user_id: `user_${random(1_000_000)}`,
    event_type: types[random(types.length)],
    timestamp: 1_712_000_000 + index,
    session_id: random(2 ** 31)
      .toString(16)
      .padStart(32, '0'),
    amount: random(100_000) / 100 + 0.001,
  }));
}

export const contract = `version: "1.0"
name: user_events
ontology:
  entities:
    - { name: user_id, type: string, pattern: "^[a-zA-Z0-9_-]+$", min_length: 3, max_length: 64 }
    - { name: event_type, type: string, enum: [click, view, purchase, login] }
    - { name: timestamp, type: integer, min: 0 }
    - { name: session_id, type: string, required: false, pattern: "^[a-f0-9]{32}$" }
    - { name: amount, type: float, required: false, min: 0 }
metrics:
  - { name: revenue, field: amount, min: 0, max: 1000000 }
`;

export const mapping = `version: 1
mappings:
  - { files: "fixtures/*/**/*.{json,ndjson}", contract: "contracts/$1.yaml" }
`;

/** The same rules for ajv. `minLength` counts characters, which for these events is the same. */
export const schema = {
  type: 'object',
  required: ['user_id', 'event_type', 'timestamp', 'amount'],
  properties: {
    user_id: { type: 'string', pattern: '^[a-zA-Z0-9_-]+$', minLength: 3, maxLength: 64 },
    event_type: { type: 'string', enum: ['click', 'view', 'purchase', 'login'] },
    timestamp: { type: 'integer', minimum: 0 },
    session_id: { type: 'string', pattern: '^[a-f0-9]{32}$' },
    amount: { type: 'number', minimum: 0, maximum: 1_000_000 },
  },
};
