import { describe, expect, it } from 'vitest';
import { reportStepSummary } from '../../../src/report/step-summary.ts';
import { checkMemory, contract, mapping } from '../../support/check-memory.ts';
import type { Files } from '../../support/check-memory.ts';
import { render } from '../../support/render-report.ts';

const base = { 'contractgate-hook.yaml': mapping, 'c/t.yaml': contract };

/** The annotations of a kind, without what comes before their messages. */
async function annotations(files: Files, kind: string = 'error'): Promise<string[]> {
  const lines = (await render(await checkMemory({ ...base, ...files }), 'github')).split('\n');
  return lines.filter((line) => line.startsWith(`::${kind} `));
}

describe('annotations', () => {
  it('are nine and one that counts the rest', async () => {
    const found = await annotations({ 'f/t/x.ndjson': '{}\n'.repeat(1234) });
    expect(found).toHaveLength(10);
    expect(found.at(-1)).toMatch(/^::error title=contractgate-hook::1,225 more errors not annotated/);
    expect(await annotations({ 'f/t/x.ndjson': '{}\n'.repeat(9) })).toHaveLength(9);
    expect(await annotations({ 'f/t/x.ndjson': '{}\n'.repeat(10) })).toHaveLength(10);
  });

  it('are of many files, and of many kinds, before there are more of one', async () => {
    const files = Object.fromEntries(['a', 'b', 'c'].map((name) => [`f/t/${name}.ndjson`, '{}\n'.repeat(50)]));
    const found = await annotations({ ...files, 'f/t/d.ndjson': `${'{}\n'.repeat(50)}{"a":"x"}\n` });
    const of = (words: string): number => found.filter((line) => line.includes(words)).length;
    expect(['a', 'b', 'c', 'd'].map((name) => of(`file=f/t/${name}.ndjson,`))).toEqual([3, 2, 2, 2]);
    expect(of('type_mismatch')).toBe(1);
  });

  it('of warnings and notes have a limit of their own', async () => {
    const keys = (names: string): string => Array.from({ length: 12 }, (_, index) => `${names}${index}: 1\n`).join('');
    const files = { 'c/t.yaml': `${contract}${keys('unknown')}`, 'f/t/x.json': '{}' };
    expect(await annotations(files, 'warning')).toHaveLength(10);
    expect(await annotations(files, 'error')).toHaveLength(1);
    const note = contract.replace('integer', 'string, pattern: "\\\\d"');
    const noted = { 'c/t.yaml': note, 'f/t/x.json': '{"a":"1"}' };
    expect(await annotations(noted, 'notice')).toEqual([expect.stringMatching(/^::notice file=c\/t.yaml,line=5,/)]);
  });

  it('have everything escaped that GitHub would take for its own', async () => {
    const [line = ''] = await annotations({ 'f/t/a,b:c%\u0007::error::.json': '{"a":"%0A\\r\\n::set-env name=x::y"}' });
    expect(line).toContain('file=f/t/a%2Cb%3Ac%25\\u{7}%3A%3Aerror%3A%3A.json,line=1,');
    expect(line.split('::')).toHaveLength(3);
    const enums = contract.replace('integer', 'string, enum: [b]');
    const [message = ''] = await annotations({ 'c/t.yaml': enums, 'f/t/x.json': '{"a":"50%0A\\n::error::z"}' });
    expect(message).toContain('value "50%250A\\n::error::z" not in');
  });
});

describe('the summary of a step', () => {
  it('says that all hold', async () => {
    expect(reportStepSummary(await checkMemory({ ...base, 'f/t/x.json': '{"a":1}' }))).toBe(
      '### contractgate-hook: all hold\n\n1 event in 1 file checked against 1 contract\n\n',
    );
  });

  it('is taken by Markdown for the text that it is', async () => {
    const text = reportStepSummary(await checkMemory({ ...base, 'f/t/<b>|`*_[x](y).json': '{}' }));
    const row = text.split('\n').find((line) => line.includes('missing')) ?? '';
    expect(row.split('|')).toHaveLength(7);
    expect(row.replaceAll(/<\/?code>/g, '')).not.toMatch(/[<>`*_[\]]/);
  });

  it('has two hundred rows at most, and counts the others', async () => {
    const files = Object.fromEntries(Array.from({ length: 230 }, (_, index) => [`f/t/${index}.json`, '{}']));
    const text = reportStepSummary(await checkMemory({ ...base, ...files }));
    expect(text.match(/missing/g)).toHaveLength(200);
    expect(text).toContain('… and 30 more rows');
  });
});
