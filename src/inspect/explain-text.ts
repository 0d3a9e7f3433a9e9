import { shellWord } from '../shell-word.ts';
import { printable } from '../report/printable.ts';
import type { NearMiss } from '../mapping/near-miss.ts';
import type { Weighed } from '../mapping/weigh-mappings.ts';
import type { Explanation } from './explain-path.ts';
import { contractJson, contractText, placeText } from './list-text.ts';

/** For people: one fact a line. */
export function explainText(explanation: Explanation): string {
  const { path, snapshot, kind, configPath, nearMiss } = explanation;
  const rows: (readonly [name: string, text: string])[] = [...roleRows(explanation)];
  for (const weighed of explanation.mappings) {
    // That globs of fixtures do not match a contract needs no saying.
    const isExpected = weighed.outcome === 'no-match' && ['contract', 'mapping-file'].includes(explanation.role);
    if (weighed.outcome === 'decides' || isExpected) continue;
    const { at, files } = weighed.mapping;
    const why = nearMiss?.mapping === weighed.mapping ? nearMissText(nearMiss) : reason(weighed);
    rows.push(['not by', `${placeText(configPath, at)} ${files.join(', ')}: ${why}`]);
  }
  if (kind === 'absent')
    rows.push(['note', `there is no such file in ${snapshotText(snapshot)}; its name alone is judged`]);
  else rows.push(['content', `of ${snapshotText(snapshot)}, as are the mapping file and contracts`]);
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return `${printable(path)}\n${rows.map(([name, text]) => `  ${name.padEnd(width)}${printable(text)}\n`).join('')}`;
}

/** For machines: an array with one object for each path. */
export function explainJson(explanations: readonly Explanation[]): string {
  const documents = explanations.map(({ fixture, contracts, mappings, governs, nearMiss, ...rest }) => ({
    ...rest,
    ...(fixture && { format: fixture.format ?? null, expect: fixture.mapping.expect }),
    contracts: contracts.map(contractJson),
    mappings: mappings.map(({ mapping, ...weighed }) => ({ ...mapping.at, files: mapping.files, ...weighed })),
    ...(nearMiss && { nearMiss: { ...nearMiss.mapping.at, glob: nearMiss.glob } }),
    governs,
  }));
  return `${JSON.stringify(documents, undefined, 2)}\n`;
}

function* roleRows(explanation: Explanation): Generator<readonly [string, string]> {
  const { role, governs, configPath, kind } = explanation;
  if (role === 'fixture') return yield* fixtureRows(explanation);
  if (role === 'mapping-file') yield ['is', 'the mapping file: a change of it has every mapped fixture checked'];
  else if (role === 'contract') yield ['is', 'a contract: a change of it has the fixtures that it governs checked'];
  else if (role === 'unmapped') yield ['is', `under \`fixtures\` of ${configPath}, but no mapping matches it`];
  else yield ['is', `nothing to check: no mapping of ${configPath} matches it`];
  if (kind !== 'absent' && kind !== 'file') yield ['kind', `a ${kind}, which is never followed`];
  for (const file of governs) yield ['governs', file];
  if (governs.length > 0)
    yield [
      'to check',
      `contractgate-hook ${governs.slice(0, 3).map(shellWord).join(' ')}${governs.length > 3 ? ' …' : ''}`,
    ];
}

function* fixtureRows({
  path,
  fixture,
  mappings,
  contracts,
  configPath,
  kind,
}: Explanation): Generator<readonly [string, string]> {
  const decides = mappings.find(({ outcome }) => outcome === 'decides');
  if (fixture === undefined || decides === undefined) return;
  const { mapping, format } = fixture;
  yield [
    'mapped by',
    `${placeText(configPath, mapping.at)} ${decides.glob ?? ''}${capturesText(decides, mapping.contracts)}`,
  ];
  if (contracts.length === 0)
    yield ['contract', `none: a wildcard that \`${mapping.contracts.join(', ')}\` names matched nothing`];
  for (const contract of contracts) yield ['contract', contractText(contract)];
  if (contracts.length > 1)
    yield [
      'resolution',
      mapping.resolution === 'strict'
        ? 'strict: the first contract decides'
        : 'fallback: the first contract that an event passes',
    ];
  yield ['format', format ?? 'unknown: the extension tells none; set `format:` in the mapping'];
  if (mapping.select !== undefined) yield ['events at', mapping.select];
  if (mapping.expect === 'fail')
    yield [
      'expected',
      [
        'every event fails',
        mapping.kinds && `as ${mapping.kinds.join(' or ')}`,
        mapping.fields && `in ${mapping.fields.join(' or ')}`,
      ]
        .filter((part) => part !== undefined)
        .join(' '),
    ];
  if (kind === 'symlink' || kind === 'gitlink') yield ['note', `it is a ${kind}, which is passed over`];
  else yield ['to check', `contractgate-hook ${shellWord(path)}`];
}

/** What the wildcards matched, where the contract's path names any. */
function capturesText({ captures = [] }: Weighed, contracts: readonly string[]): string {
  const named = [...new Set(contracts.join(' ').match(/\$[1-9]/g))].sort();
  const texts = named.map((name) => `${name} = ${captures[Number(name.slice(1)) - 1] ?? ''}`);
  return texts.length === 0 ? '' : ` (${texts.join(', ')})`;
}

function reason({ outcome, glob }: Weighed): string {
  if (outcome === 'late') return 'it matches too, but an earlier mapping decides';
  return outcome === 'excluded' ? `\`exclude: ${glob ?? ''}\` leaves it out` : 'no glob of it matches';
}

function nearMissText({ glob }: NearMiss): string {
  return `\`${glob}\` would match if letter case did not count`;
}

function snapshotText(name: string): string {
  return ['index', 'worktree', 'folder'].includes(name) ? `the ${name}` : name;
}
