import { idleText } from '../check/idle-text.ts';
import type { Position } from '../json-value.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { printable } from '../report/printable.ts';
import { plural } from '../report/words.ts';
import type { Coverage, NamedContract } from './coverage.ts';

/** For people: mappings with their contracts and fixtures, then what is amiss. */
export function listText({ configPath, config, fixtures, contracts, idle, unmapped, nearMisses }: Coverage): string {
  const lines: string[] = [];
  for (const mapping of config.mappings) {
    const mine = fixtures.filter((fixture) => fixture.mapping === mapping);
    const expectation = mapping.expect === 'fail' ? ' (expected to fail)' : '';
    lines.push(`${placeText(configPath, mapping.at)} ${mapping.files.join(', ')}${expectation}`);
    const why = idle.find((one) => one.mapping === mapping);
    if (why !== undefined) lines.push(`  ${idleText(why, configPath)}`);
    for (const group of new Set(mine.map((fixture) => fixture.contracts.join(' ')))) {
      const files = mine.filter((fixture) => fixture.contracts.join(' ') === group);
      const named = contracts.filter(({ path }) => files[0]?.contracts.includes(path));
      lines.push(
        `  ${named.map(contractText).join(', ') || `no contract: a wildcard of \`${mapping.contracts.join(', ')}\` matched nothing`}`,
      );
      for (const { file, isRegular } of files) lines.push(`    ${file}${isRegular ? '' : ' (not followed)'}`);
    }
  }
  const unexercised = contracts.filter((contract) => contract.fixtures === 0);
  lines.push(...section('Contracts that no fixture exercises', unexercised.map(contractText)));
  lines.push(...section('Fixtures that no mapping matches', unmapped));
  const missed = nearMisses.map(({ file, mapping, glob }) => `${file}: ${placeText(configPath, mapping.at)} ${glob}`);
  lines.push(...section('Not checked, since letter case counts in globs', missed));
  const counts = [
    plural(fixtures.length, 'fixture'),
    plural(contracts.length, 'contract'),
    plural(config.mappings.length, 'mapping'),
    ...(idle.length > 0 ? [`${idle.length} of them without a file`] : []),
  ];
  return `${[...lines, ...(lines.length > 0 ? [''] : []), counts.join(', ')].map(printable).join('\n')}\n`;
}

/** For machines. */
export function listJson(coverage: Coverage, snapshot: string): string {
  const { configPath, fixtures, contracts, idle, unmapped, nearMisses } = coverage;
  const document = {
    schemaVersion: 1,
    snapshot,
    mappingFile: configPath,
    fixtures: fixtures.map(({ file, mapping, contracts: paths, format, isRegular }) => ({
      file,
      mapping: mapping.at,
      contracts: paths,
      format: format ?? null,
      expect: mapping.expect,
      resolution: mapping.resolution,
      followed: isRegular,
    })),
    contracts: contracts.map(contractJson),
    idleMappings: idle.map(({ mapping }) => mappingJson(mapping)),
    unexercisedContracts: contracts.filter((contract) => contract.fixtures === 0).map(({ path }) => path),
    unmappedFixtures: unmapped,
    nearMisses: nearMisses.map(({ file, mapping, glob }) => ({ file, mapping: mapping.at, glob })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

export function contractJson({ path, identity, fixtures }: NamedContract): object {
  return { path, ...('code' in identity ? { problem: identity } : identity), fixtures };
}

function mappingJson({ files, contracts, at }: Mapping): object {
  return { ...at, files, contracts };
}

export function contractText({ path, identity }: NamedContract): string {
  if (!('code' in identity)) return `${path} (${identity.name} ${identity.version})`;
  const place = identity.line === undefined ? '' : `:${identity.line}:${identity.column ?? 1}`;
  return `${path}${place}: cannot be used: ${identity.message}`;
}

export function placeText(path: string, { line, column }: Position): string {
  return `${path}:${line}:${column}`;
}

function section(title: string, entries: readonly string[]): string[] {
  return entries.length === 0 ? [] : ['', `${title}:`, ...entries.map((entry) => `  ${entry}`)];
}
