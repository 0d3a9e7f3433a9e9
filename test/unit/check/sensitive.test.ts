import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brief, checkMemory } from '../../support/check-memory.ts';
import type { Files } from '../../support/check-memory.ts';
import { renderAll } from '../../support/render-report.ts';

/** Of letters that no word of ours has in this order, so that a part of it is found too. */
const secret = 'xQ7zK9vW3jX5';

const contract = `version: "1"
name: people
compliance_mode: true
ontology:
  entities:
    - { name: id, type: integer }
    - { name: email, type: string, pattern: "^x$", enum: [x], max_length: 2, transform: { kind: mask }, required: false }
    - { name: contact, type: object, required: false, enum: [{ city: nowhere }] }
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
glossary:
  - { field: email, description: Where they are written to, synonyms: [mailbox] }
quality:
  - { field: email, type: uniqueness }
  - { field: home, type: uniqueness }
`;

const files = {
  'contractgate-hook.yaml': 'version: 1\nmappings:\n  - { files: "f/*", contract: c.yaml }\n',
  'c.yaml': contract,
};

const mappedWith = (rest: string): Files => ({
  'contractgate-hook.yaml': `version: 1\nmappings:\n  - { files: "f/*", contract: c.yaml, ${rest} }\n`,
});

const home = `"home":{"city":"Oslo","street":"${secret}"}`;

const planted: readonly [where: string, content: string, name: string, others?: Files][] = [
  ['a value', `{"id":1,"email":"${secret}"}`, 'x.json'],
  ['a value in YAML', `id: 1\nemail: ${secret}\n`, 'x.yaml'],
  ['a nested value, in the message of its parent too', `{"id":1,${home}}`, 'x.json'],
  ['an array item', `{"id":1,"phones":["x","${secret}"]}`, 'x.json'],
  ['a duplicate', `{"id":1,"email":"${secret}"}\n{"id":1,"email":"${secret}"}`, 'x.ndjson'],
  ['a part of a duplicate', `{"id":1,${home}}\n{"id":1,${home}}`, 'x.ndjson'],
  ['a neighbour in the same frame', `{"email":"${secret}","id":"one","stray":1}`, 'x.json'],
  ['a neighbour on the same line of NDJSON', `{"id":1}\n{"id":"one","email":"${secret}"}`, 'x.ndjson'],
  ['a neighbour in YAML', `{ email: ${secret}, id: one }`, 'x.yaml'],
  ['a text of many lines in YAML', `email: |\n  ${secret}\n  ${secret}\nid: one\n`, 'x.yaml'],
  ['what an alias stands for', `spare: &it ${secret}\nemail: *it\nid: one\n`, 'x.yaml'],
  ['an anchor on the line of another fault', `{ email: &it ${secret}, id: one, spare: *it }`, 'x.yaml'],
  ['what a merge key would bring', `base: &it { email: ${secret}, id: one }\n<<: *it\nid: one\n`, 'x.yaml'],
  ['the earlier of two members of one name', `{"email":"${secret}","id":"one","email":"x"}`, 'x.json'],
  ['a value of another type', `{"id":1,"email":{"nested":"${secret}"}}`, 'x.json'],
  ['a text that cannot be read', `{"email":"${secret}" "id":1}`, 'x.json'],
  ['a line that cannot be read', `{"id":1}\n{"email":"${secret}" "id":1}`, 'x.ndjson'],
  ['a value without quotes', `{"email":${secret}}`, 'x.json'],
  ['a number that is no number', `{"id":${'9'.repeat(400)}${secret}}`, 'x.json'],
  ['YAML that cannot be read', `id: 1\nemail: *${secret}\n`, 'x.yaml'],
  ['a key between backticks', `id: 1\nemail: { "a\`${secret}": 1, "a\`${secret}": 2 }\n`, 'x.yaml'],
  ['words without quotes', `{"id":1,"email":${secret} ${secret}}`, 'x.json'],
  ['a text without its closing quote', `{"id":1,"email":"${secret}, ${secret}: ${secret}`, 'x.json'],
  ['a text without its opening quote', `{"id":1,"email":${secret}: ${secret}"}`, 'x.json'],
  ['a text in single quotes', `{'id':1,'email':'${secret}, "${secret}": #${secret}'}`, 'x.json'],
  ['a word of another language', `{"id":1,"email":NaN${secret}}`, 'x.json'],
  ['a comment in JSON', `{"id":1, // ${secret}, "${secret}": ${secret}\n"email":"x"}`, 'x.json'],
  ['a key without quotes', `{${secret}:1,"id":1}`, 'x.json'],
  ['a key of a text that cannot be read', `{"id":1 "email":{"${secret}":1}}`, 'x.json'],
  ['what comes after a comma too many', `{"email":"${secret}","id":1,}`, 'x.json'],
  ['several texts', `{"id":1} {"email":"${secret}"}`, 'x.json'],
  ['JSON over several lines', `{"email":"${secret}",\n"id":1}`, 'x.ndjson'],
  ['an unknown escape', `{"email":"${secret}\\x${secret}"}`, 'x.json'],
  ['a text after a tab', `id: 1\n\temail: ${secret} # ${secret}\n`, 'x.yaml'],
  ['a text with a colon', `id: 1\nemail: ${secret}: ${secret}\n`, 'x.yaml'],
  ['a line without a key', `id: 1\nemail: x\n${secret} ${secret}\n`, 'x.yaml'],
  ['a list in place of a member', `id: 1\n- ${secret}\n`, 'x.yaml'],
  ['a directive', `%${secret} ${secret}\n---\nid: 1\n`, 'x.yaml'],
  ['the header of a text of many lines', `id: 1\nemail: | ${secret}\n  x\n`, 'x.yaml'],
  ['a number that JSON has not', `id: 1\nemail: { a: .nan, b: ${secret} } # ${secret}\n`, 'x.yaml'],
  ['an alias without its anchor', `{ id: 1, home: { street: *${secret} } }`, 'x.yaml'],
  ['a comment beside a masked value', `id: one # ${secret}\nemail: ${secret} # or ${secret}\n`, 'x.yaml'],
  ['a comment behind braces', `{ id: one, email: x } #${secret}\n`, 'x.yaml'],
  ['a comment between', `{ id: one, # ${secret}\n email: x }\n`, 'x.yaml'],
  ['a comment at the header of a text', `id: >- # ${secret}\n  one\nemail: x\n`, 'x.yaml'],
  ['a tag of YAML', `id: 1\nemail: !${secret} x\n`, 'x.yaml'],
  ['a key in YAML that is there twice', `id: 1\nemail: { ${secret}: 1, ${secret}: 2 }\n`, 'x.yaml'],
  ['an event in an array', `[{"id":1},\n{"id":"one","email":"${secret}"}]`, 'x.json'],
  [
    'a selected event',
    `{"items":[{"it":{"id":"one","email":"${secret}"}}]}`,
    'x.json',
    mappedWith('select: /items/*/it'),
  ],
  ['what stands around it', `{"it":{"id":"one"},"email":"${secret}"}`, 'x.json', mappedWith('select: /it')],
  [
    'a record of an envelope',
    `{"data":[{"id":"one","email":"${secret}",${home}}],"email":"${secret}"}`,
    'x.json',
    { 'c.yaml': `${contract}envelope: { records_path: data }\n` },
  ],
  [
    'a part of a broken envelope',
    `{"data":{"email":"${secret}"},"success":{"email":"${secret}"}}`,
    'x.json',
    { 'c.yaml': `${contract}envelope: { records_path: data, validate_wrapper: true }\n` },
  ],
  ['a misspelt field', `{"id":"one","emial":"${secret}"}`, 'x.json'],
  ['a field in another case', `{"id":"one","E-Mail":"${secret}"}`, 'x.json'],
  ['a field with more to its name', `{"id":"one","userEmail":"${secret}"}`, 'x.json'],
  ['a field that the glossary has another word for', `{"id":"one","mailbox":"${secret}"}`, 'x.json'],
  ['a misspelt field of an object', `{"id":1,"home":{"steet":"${secret}"}}`, 'x.json'],
  ['a field in the wrong object', `{"id":1,"contact":{"email":"${secret}"}}`, 'x.json'],
  ['a misspelt field in the wrong object', `{"id":1,"contact":{"e_mail":["${secret}"]}}`, 'x.json'],
  [
    'a negative fixture that passes',
    `{"id":1,"email":"x","spare":"${secret}"}`,
    'x.json',
    {
      ...mappedWith('expect: fail'),
      'c.yaml': contract
        .replace('compliance_mode: true', 'compliance_mode: false')
        .replace('name: id,', 'name: spare, type: string, transform: { kind: hash } }\n    - { name: id,'),
    },
  ],
  [
    'one that fails in another way',
    `{"id":1,"email":"${secret}"}`,
    'x.json',
    mappedWith('expect: fail, kinds: type_mismatch'),
  ],
  [
    'a field that only the second contract hides',
    `{"id":"one","note":"${secret}"}`,
    'x.json',
    {
      'contractgate-hook.yaml':
        'version: 1\nmappings:\n  - { files: "f/*", contract: [c.yaml, d.yaml], resolution: fallback }\n',
      'd.yaml': contract.replace(
        'name: id,',
        'name: note, type: string, transform: { kind: hash } }\n    - { name: id,',
      ),
    },
  ],
];

/** Everything but the place of a fault, of which the column may be that behind a value. */
async function texts(content: string, name: string, others: Files = {}, showValues: boolean = false): Promise<string> {
  const report = await checkMemory({ ...files, ...others, [`f/${name}`]: content }, { showValues });
  expect(report.problems).toEqual([]);
  expect(brief(report).length).toBeGreaterThan(0);
  return [...(await renderAll(report)).values()].join('\n');
}

describe('values of fields that declare a PII transform', () => {
  it.each(planted)('are masked as %s', async (_, content, name, others) => {
    const text = await texts(content, name, others);
    for (let at = 0; at + 3 <= secret.length; at++) expect(text).not.toContain(secret.slice(at, at + 3));
  });

  it('are shown when asked for', async () => {
    const text = await texts(`{"id":1,"email":"${secret}"}`, 'x.json', {}, true);
    expect(text.split(secret).length).toBeGreaterThan(10);
  });

  it('tell nothing of their length', async () => {
    const long = await texts(`{"id":"one","email":"${secret}${secret}"}`, 'x.json');
    const short = await texts(`{"id":"one","email":"${secret.slice(0, 3)}"}`, 'x.json');
    const withoutTime = (text: string): string => text.replace(/"durationMs": [\d.]+|time="[\d.]+"|\(\d+ ms\)/g, '');
    expect(withoutTime(long)).toBe(withoutTime(short));
  });

  it('get no hint that follows from them', async () => {
    const near = contract.replace('enum: [x], max_length: 2', 'enum: [someone, nobody]');
    expect(await texts('{"id":1,"email":"Someone"}', 'x.json', { 'c.yaml': near })).not.toContain('nearest_value');
    expect(await texts('{"id":1,"email":"someon"}', 'x.json', { 'c.yaml': near })).not.toMatch(/did you mean/);
    const told = await texts('{"id":1,"email":"Someone"}', 'x.json', { 'c.yaml': near }, true);
    expect(told).toContain('"case_or_space"');
  });

  it('stay hidden however a text is broken', async () => {
    const documents: readonly (readonly [name: string, text: string])[] = [
      ['x.json', `{"id":1,"email":"${secret}","phones":["${secret}"],"home":{"street":"${secret}"}}`],
      ['x.json', `[\n  {\n    "id": 1,\n    "email": "${secret}"\n  }\n]\n`],
      ['x.ndjson', `{"id":1,"email":"${secret}"}\n{"id":2,"email":"${secret}"}\n`],
      ['x.yaml', `id: 1\nemail: ${secret}\nphones:\n  - "${secret}"\nhome: { street: '${secret}' }\n`],
      ['x.yaml', `# ${secret}\nid: 1 # ${secret}\nemail: |\n  ${secret}\n\n  ${secret}: x\n`],
    ];
    const put = fc.constantFrom(...'{}[]",:\'#*&!|>%@`-?/\\ \t\n0aé', '": ', ', "', ' #', '//', '\n- ', 'email: ');
    const change = fc.record({ at: fc.nat(99), without: fc.integer({ min: 0, max: 3 }), put });
    let unread = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...documents),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        async ([name, text], changes) => {
          let broken = text;
          for (const { at, without, put: more } of changes) {
            const place = Math.floor((at / 100) * broken.length);
            broken = broken.slice(0, place) + more + broken.slice(place + without);
          }
          const report = await checkMemory({ ...files, [`f/${name}`]: broken });
          // What can be read may have the value at a key that nobody knows.
          const isUnread = (kind: string): boolean => kind === 'invalid_json';
          const kinds = report.checks.flatMap(({ violations }) => violations.map(({ kind }) => kind));
          if (kinds.length === 0 || !kinds.every(isUnread)) return;
          unread++;
          const shown = [...(await renderAll(report)).values()].join('\n');
          for (let at = 0; at + 3 <= secret.length; at++) expect(shown).not.toContain(secret.slice(at, at + 3));
        },
      ),
      { numRuns: 600 },
    );
    expect(unread).toBeGreaterThan(150);
  });

  it.each<[string, string, string, string[]]>([
    [
      'the place and the names of fields',
      '{"id":1,"email":"x" "home":{"city":2}}',
      'x.json',
      [
        'expected `,` or `}`, got a string',
        '1 | {"id":****,"email":"****" "home":{"****":****}}',
        '  |                           ^',
      ],
    ],
    ['a comma too many', '{"id":1,"email":"x",}', 'x.json', ['remove the comma', '{"id":****,"email":"****",}']],
    ['a word for nothing', '{"id":NaN}', 'x.json', ['got `NaN`', 'write null, or leave the field out']],
    ['an escape', '{"id":"\\u12"}', 'x.json', ['a `\\u` without four']],
    ['a number that JSON has not', 'id: .nan\n', 'x.yaml', ['JSON has no number `.nan`']],
    ['a key that is there twice', 'id: 1\nnick: a\nnick: b\n', 'x.yaml', ['the key `nick` stands here twice']],
    ['a tab', 'id: 1\n\temail: x\n', 'x.yaml', ['a tab stands in the indentation', 'write spaces', '2 |  email: ****']],
    ['a quote that is not closed', 'id: 1\nemail: "x\n', 'x.yaml', ['a closing quote or bracket', '2 | email: "****']],
    ['a number that should be a text', '{"id":1,"email":42}', 'x.json', ['write it in quotes']],
  ])('leave %s to be read', async (_, content, name, words) => {
    const text = await texts(content, name);
    for (const word of words) expect(text).toContain(word);
  });

  it('leave what was expected of a broken text to be read', async () => {
    expect(await texts('{"id":1', 'x.json')).toContain('expected `,` or `}`, got the end of the text');
  });

  it('leave everything else to be seen', async () => {
    const text = await texts('{"id":"one","home":{"city":"Oslo","street":"x"},"contact":{"town":"Bergen"}}', 'x.json');
    expect(text).toContain('Oslo');
    expect(text).toContain('Bergen');
  });
});
