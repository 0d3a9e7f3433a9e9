import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/check/report.ts';
import { reportHuman } from '../../../src/report/human.ts';
import { reportJson } from '../../../src/report/json.ts';
import { brief, checkMemory } from '../../support/check-memory.ts';

const secret = 'S3CRET';

const contract = `version: "1"
name: people
compliance_mode: true
ontology:
  entities:
    - { name: id, type: integer }
    - { name: email, type: string, pattern: "^x", enum: [x], max_length: 2, transform: { kind: mask }, required: false }
    - name: home
      type: object
      required: false
      enum: [{ city: nowhere }]
      properties:
        - { name: street, type: string, pattern: "^x", transform: { kind: redact } }
    - name: phones
      type: array
      required: false
      items: { name: phone, type: string, enum: [x], transform: { kind: hash } }
quality:
  - { field: email, type: uniqueness }
`;

const files = {
  'contractgate-hook.yaml': 'version: 1\nmappings:\n  - { files: "f/*", contract: c.yaml }\n',
  'c.yaml': contract,
};

function everyFormat(report: Report): string {
  const colors = picocolors.createColors(false);
  return [reportJson(report), reportHuman(report, { colors, width: 200 })].join('\n');
}

describe('values of fields that declare a PII transform', () => {
  it.each([
    ['a value', `{"id":1,"email":"${secret}"}`, 'x.json'],
    ['a value in YAML', `id: 1\nemail: ${secret}\n`, 'x.yaml'],
    ['a nested value, in the message of its parent too', `{"id":1,"home":{"street":"${secret}"}}`, 'x.json'],
    ['an array item', `{"id":1,"phones":["x","${secret}"]}`, 'x.json'],
    ['a duplicate', `{"id":1,"email":"${secret}"}\n{"id":1,"email":"${secret}"}`, 'x.ndjson'],
    ['a neighbour in the same frame', `{"email":"${secret}","id":"one","stray":1}`, 'x.json'],
    ['a neighbour in YAML', `{ email: ${secret}, id: one }`, 'x.yaml'],
    ['the earlier of two members of one name', `{"email":"${secret}","id":"one","email":"x"}`, 'x.json'],
    ['a value of another type', `{"id":1,"email":{"nested":"${secret}"}}`, 'x.json'],
    ['a text that cannot be read', `{"email":"${secret}" "id":1}`, 'x.json'],
    ['an event in an array', `[{"id":1},\n{"id":"one","email":"${secret}"}]`, 'x.json'],
  ])('are masked as %s', async (_, content, name) => {
    const report = await checkMemory({ ...files, [`f/${name}`]: content });
    expect(brief(report).length).toBeGreaterThan(0);
    expect(everyFormat(report)).not.toContain(secret);
  });

  it('are shown when asked for', async () => {
    const report = await checkMemory({ ...files, 'f/x.json': `{"id":1,"email":"${secret}"}` }, { showValues: true });
    expect(everyFormat(report).split(secret).length).toBeGreaterThan(3);
  });

  it('leave everything else to be seen', async () => {
    const report = await checkMemory({ ...files, 'f/x.json': '{"id":"one","home":{"city":"Oslo","street":"x"}}' });
    expect(everyFormat(report)).toContain('Oslo');
  });
});
