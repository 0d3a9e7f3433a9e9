import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Report } from '../../../src/check/report.ts';
import { checkMemory, contract, mapping } from '../../support/check-memory.ts';
import { render } from '../../support/render-report.ts';
import { sharedReport } from './shared-report.ts';

const read = (path: string): string => readFileSync(new URL(`../../support/schemas/${path}`, import.meta.url), 'utf8');
const sarifSchema = createRequire(import.meta.url)(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
) as object;
const isSarif = new AjvDraft04.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
  sarifSchema,
);
const isCodeQuality = new Ajv().compile(JSON.parse(read('gitlab-code-quality.json')) as object);

const base = { 'contractgate-hook.yaml': mapping, 'c/t.yaml': contract };
let reports: readonly Report[];
beforeAll(async () => {
  reports = [
    await sharedReport(),
    await checkMemory(base),
    await checkMemory({ ...base, 'f/t/x.json': '{"a":1}' }),
    await checkMemory({}),
    await checkMemory({ ...base, 'f/t/%20 [x](y) &<>"\'\\.json': '{"a":"[x](y) \\u0000\\uffff ]]>"}' }),
  ];
});

interface SarifResult {
  ruleId: string;
  ruleIndex: number;
  partialFingerprints: Record<string, string>;
  locations: { physicalLocation: { artifactLocation: { uri: string }; region: object } }[];
}
interface Sarif {
  runs: [
    {
      tool: { driver: { rules: { id: string }[] } };
      results: SarifResult[];
      invocations: [{ executionSuccessful: boolean; toolExecutionNotifications: { message: { text: string } }[] }];
      properties: { results: number };
    },
  ];
}

async function sarifOf(report: Report): Promise<Sarif['runs'][0]> {
  return (JSON.parse(await render(report, 'sarif')) as Sarif).runs[0];
}

describe('SARIF', () => {
  it('is valid', async () => {
    for (const report of reports) {
      const log: unknown = JSON.parse(await render(report, 'sarif'));
      expect(isSarif(log) ? [] : isSarif.errors).toEqual([]);
    }
    expect(isSarif({ version: '2.1.0', runs: [{}] })).toBe(false);
  });

  it('names for each result a rule that it describes', async () => {
    const { results, tool } = await sarifOf(await sharedReport());
    expect(results.length).toBeGreaterThan(50);
    expect(results.map(({ ruleIndex }) => tool.driver.rules[ruleIndex]?.id)).toEqual(
      results.map(({ ruleId }) => ruleId),
    );
  });

  it('tells results apart', async () => {
    const { results } = await sarifOf(await sharedReport());
    const prints = results.map(({ partialFingerprints }) => partialFingerprints['primaryLocationLineHash']);
    expect(new Set(prints).size).toBe(results.length);
  });

  it('knows the same results when lines have moved', async () => {
    const events = ['{"a":"x"}', '{"a":"y"}', '{}', '{"a":"x"}', '{}'];
    const printsOf = async (lines: readonly string[]): Promise<unknown[]> => {
      const { results } = await sarifOf(await checkMemory({ ...base, 'f/t/x.ndjson': `${lines.join('\n')}\n` }));
      return results
        .map(({ partialFingerprints }) => partialFingerprints)
        .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    };
    expect(await printsOf(['{"a":1}', '', ...events.toReversed(), '{"a":2}'])).toEqual(await printsOf(events));
    expect(await printsOf(events.slice(1))).not.toEqual(await printsOf(events));
  });

  it.each([
    ['f/t/a b%20#?.json', 'f/t/a%20b%2520%23%3F.json'],
    ['f/t/名.json', 'f/t/%E5%90%8D.json'],
    ['f/t/a:b\\c.json', 'f/t/a%3Ab%5Cc.json'],
    ['f/t/\udcff.json', 'f/t/%FF.json'],
  ])('writes the path %j as the relative reference %s', async (path, uri) => {
    const { results } = await sarifOf(await checkMemory({ ...base, [path]: '{}' }));
    expect(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
  });

  it('has no more results than GitHub takes, and says how many it leaves out', async () => {
    const { results, invocations, properties } = await sarifOf(await manyViolations(26_001));
    expect(results).toHaveLength(25_000);
    expect(properties.results).toBe(26_001);
    expect(invocations[0].toolExecutionNotifications[0]?.message.text).toContain('1,001 more results');
  });

  it('counts what was not even kept', async () => {
    const { results, invocations, properties } = await sarifOf(await manyViolations(40_000));
    expect([results.length, properties.results]).toEqual([25_000, 40_000]);
    expect(invocations[0].toolExecutionNotifications[0]?.message.text).toContain('15,000 more results');
  });
});

const manyViolations = (count: number): Promise<Report> =>
  checkMemory({ ...base, 'f/t/x.ndjson': '{}\n'.repeat(count) });

describe('GitLab Code Quality', () => {
  it('is as GitLab asks', async () => {
    for (const report of reports) {
      const issues: unknown = JSON.parse(await render(report, 'gitlab'));
      expect(isCodeQuality(issues) ? [] : isCodeQuality.errors).toEqual([]);
    }
    expect(isCodeQuality([{}])).toBe(false);
  });

  it('counts what was not kept', async () => {
    const report = await manyViolations(40_000);
    const issues = JSON.parse(await render(report, 'gitlab')) as { description: string }[];
    expect(isCodeQuality(issues) ? [] : isCodeQuality.errors).toEqual([]);
    const kept = report.checks[0]?.violations.length ?? 0;
    expect(issues.at(-1)?.description).toBe(`a: ${(40_000 - kept).toLocaleString('en-US')} more violations`);
  });

  it('has no two issues with one fingerprint', async () => {
    const issues = JSON.parse(await render(await sharedReport(), 'gitlab')) as { fingerprint: string }[];
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });
});

describe('JUnit', () => {
  const validate = async (contents: string) =>
    validateXML({ xml: [{ fileName: 'report.xml', contents }], schema: [read('junit.xsd')] });

  it('is valid', async () => {
    for (const report of reports) expect(await validate(await render(report, 'junit'))).toMatchObject({ errors: [] });
    expect((await validate('<testsuites/>')).valid).toBe(false);
  });

  it('counts what it holds', async () => {
    const xml = await render(await sharedReport(), 'junit');
    const counts = (attribute: string): number[] =>
      Array.from(xml.matchAll(new RegExp(`<testsuites? .*?${attribute}="(\\d+)"`, 'g')), ([, number]) =>
        Number(number),
      );
    for (const [attribute, element] of [
      ['tests', 'testcase'],
      ['failures', 'failure'],
      ['errors', 'error'],
    ] as const) {
      const [total, ...suites] = counts(attribute);
      expect([attribute, total]).toEqual([attribute, xml.split(`<${element} `).length - 1]);
      expect(suites.reduce((sum, one) => sum + one, 0)).toBe(total);
    }
  });
});
