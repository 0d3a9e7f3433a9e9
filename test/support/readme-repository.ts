import { TemporaryRepository } from './temporary-repository.ts';

const contract = `version: "1.4"
name: order
ontology:
  entities:
    - { name: order_id, type: string, pattern: "^o-[0-9]+$" }
    - { name: status, type: string, enum: [open, paid, shipped] }
    - { name: email, type: string, transform: { kind: mask } }
    - { name: total, type: float, min: 0 }
`;

/** What the picture of a refused commit in README.md was taken in, with everything staged. */
export function readmeRepository(): TemporaryRepository {
  const repository = new TemporaryRepository();
  repository.commit({
    'contractgate-hook.yaml':
      'version: 1\nmappings:\n  - { files: "fixtures/*/*.{json,ndjson}", contract: "contracts/$1.yaml" }\n',
    'contracts/order.yaml': contract,
  });
  const shipped = { order_id: 'o-17', status: 'shiped', email: 'someone@example.com', total: '12.50' };
  repository.stage('fixtures/order/shipped.json', `${JSON.stringify(shipped, undefined, 2)}\n`);
  const recorded = Array.from({ length: 1200 }, (_, index) => ({
    order_id: `o-${index + 100}`,
    status: 'paid',
    email: `someone.${index}@example.com`,
    [index % 3 === 2 ? 'totl' : 'total']: index / 4,
  }));
  repository.stage('fixtures/order/recorded.ndjson', recorded.map((event) => `${JSON.stringify(event)}\n`).join(''));
  return repository;
}
