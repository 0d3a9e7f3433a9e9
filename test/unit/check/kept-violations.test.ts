import { describe, expect, it } from 'vitest';
import { UnmetExpectation } from '../../../src/check/found-violation.ts';
import { KeptViolations, mostKept } from '../../../src/check/kept-violations.ts';
import { countViolations } from '../../../src/check/report.ts';
import { groupViolations } from '../../../src/report/group.ts';
import { checkMemory, contract } from '../../support/check-memory.ts';
import type { Files } from '../../support/check-memory.ts';

const mapping = 'version: 1\nmappings:\n  - { files: "f/*", contract: c/t.yaml }\n';

describe('the violations of a file that has very many', () => {
  it('are all counted: by kind, by field and by event', async () => {
    const fields = contract.replace(
      '{ name: a',
      '{ name: list, type: array, items: { name: i, type: integer } }\n    - { name: a',
    );
    const broken = '{"list":[1,"x","y"],"a":"z"}\n'.repeat(20_000);
    const late = '{"list":[]}\n{"list":1,"a":1}\n{"list":["x"],"a":1}\n'.repeat(10);
    const report = await checkMemory({
      'contractgate-hook.yaml': mapping,
      'c/t.yaml': fields,
      'f/x.ndjson': `${broken}{"list":[],"a":1}\n${late}`,
    });
    const [check] = report.checks;
    if (check === undefined) throw new Error('nothing was checked');
    expect(check).toMatchObject({ events: 20_031, failedEvents: 20_030, passed: false });
    expect(countViolations(check)).toBe(60_030);
    // Ten thousand events fill what is kept. Of what comes after them, kinds and fields that are new have samples.
    expect(check.violations).toHaveLength(mostKept + 6);
    const groups = groupViolations(check, 3);
    expect(
      groups.map(({ field, kind, violations, events, samples }) => [field, kind, violations, events, samples.length]),
    ).toEqual([
      ['list[]', 'type_mismatch', 40_010, 20_010, 3],
      ['a', 'type_mismatch', 20_000, 20_000, 3],
      ['a', 'missing_required_field', 10, 10, 3],
      ['list', 'type_mismatch', 10, 10, 3],
    ]);
    expect(Array.from(check.locate(check.violations.slice(-6))).map(({ start }) => start.line)).toEqual([
      20_002, 20_003, 20_005, 20_006, 20_008, 20_009,
    ]);
  });

  it('may be on more fields than are told apart', () => {
    const list = new KeptViolations();
    const add = (field: string, record: number): void => {
      if (!list.hasRoomFor('undeclared_field', field, record)) return;
      list.add(new UnmetExpectation(record, undefined, 'unexpected_pass', ''));
    };
    for (let record = 0; record < mostKept; record++) add('x', record);
    for (let record = 0; record < 50_000; record++) add(`key${record}`, record);
    expect(list.kept.length).toBeLessThan(mostKept + 3000);
    expect(list.omitted).toMatchObject([{ field: '…', kind: 'undeclared_field' }]);
    expect(list.kept.length + (list.omitted[0]?.violations ?? 0)).toBe(mostKept + 50_000);
  });

  it('with long texts are held to their length', () => {
    const list = new KeptViolations();
    let offered = 0;
    for (let record = 0; record < 100; record++, offered++) {
      if (!list.hasRoomFor('unexpected_pass', '<root>', record)) continue;
      const source = { text: 'x'.repeat(1_000_000), path: [], line: record + 1, walk: () => undefined };
      list.add(new UnmetExpectation(record, source, 'unexpected_pass', ''));
    }
    expect(list.kept.length).toBeLessThan(70);
    expect(list.kept.length + (list.omitted[0]?.violations ?? 0)).toBe(offered);
  });
});

describe('a uniqueness rule', () => {
  const files = (lines: string): Files => ({
    'contractgate-hook.yaml': mapping,
    'c/t.yaml': `${contract}quality:\n  - { field: a, type: uniqueness }\n`,
    'f/x.ndjson': lines,
  });

  it('with too much to remember is a problem, not a crash and not a guess', async () => {
    const lines = (count: number): string => Array.from({ length: count }, (_, index) => `{"a":${index}}`).join('\n');
    const much = lines(500_000);
    expect((await checkMemory(files(`${much}\n${lines(10)}`))).checks[0]?.violations).toHaveLength(10);
    const report = await checkMemory(files(`${much}\n{"a":-1}`));
    expect(report.checks).toEqual([]);
    expect(report.problems).toMatchObject([
      { code: 'fixture', file: 'f/x.ndjson', message: expect.stringContaining('uniqueness rule of `a`') },
    ]);
  });
});
