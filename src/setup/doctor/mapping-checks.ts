import { idleText } from '../../check/idle-text.ts';
import { findCoverage } from '../../inspect/coverage.ts';
import type { Coverage } from '../../inspect/coverage.ts';
import { contractText, placeText } from '../../inspect/list-text.ts';
import { templateFiller } from '../../mapping/template.ts';
import { weighMappings } from '../../mapping/weigh-mappings.ts';
import type { Weighed } from '../../mapping/weigh-mappings.ts';
import { plural } from '../../report/words.ts';
import type { Problem } from '../../problem.ts';
import type { RepoPath, Snapshot } from '../../snapshot/snapshot.ts';
import { shellWord } from '../../shell-word.ts';
import type { Place } from '../place.ts';
import { good } from './finding.ts';
import type { Finding } from './finding.ts';

/** How many of a kind are named; the others are counted. */
const mostNamed = 5;

/**
 * Whether the mapping file leads fixtures to contracts. `tracked`: the paths that are in the index, which is what a commit
 * is judged by. @throws SnapshotError
 */
export async function* mappingChecks(
  place: Place,
  worktree: Snapshot,
  tracked: ReadonlySet<RepoPath>,
  configPath: string | undefined,
): AsyncGenerator<Finding> {
  const found = await findCoverage(worktree, configPath);
  if (!found.ok) {
    for (const problem of found.problems) yield { check: 'mapping-file', status: 'bad', ...sentence(problem) };
    return;
  }
  const { coverage } = found;
  yield* untracked(coverage, tracked);
  const used = coverage.contracts.filter(({ fixtures }) => fixtures > 0).length;
  const leads = `${plural(coverage.fixtures.length, 'fixture')} to ${plural(used, 'contract')}`;
  yield good('mapping-file', `${coverage.configPath} leads ${leads}`);
  yield* contractFindings(coverage);
  yield* fixtureFindings(coverage);
  yield* await attributeFindings(place, coverage);
}

function sentence({ file, line, column, message, hint }: Problem): Pick<Finding, 'message' | 'fix'> {
  const at = [file, line, column].filter((part) => part !== undefined).join(':');
  return {
    message: at === '' ? message : `${at}: ${message}`,
    fix: hint ?? '`contractgate-hook schema mapping` says what it may hold.',
  };
}

function* untracked({ configPath, contracts, fixtures }: Coverage, tracked: ReadonlySet<RepoPath>): Generator<Finding> {
  const used = contracts
    .filter((contract) => contract.fixtures > 0 && !('code' in contract.identity))
    .map(({ path }) => path);
  const missing = [configPath, ...used].filter((path) => !tracked.has(path));
  if (missing.length > 0) {
    const message = `not in git, where a commit looks for ${missing.length === 1 ? 'it' : 'them'}: ${named(missing)}`;
    yield { check: 'untracked', status: 'bad', message, fix: `git add ${missing.map(shellWord).join(' ')}` };
  }
  const loose = fixtures.map(({ file }) => file).filter((file) => !tracked.has(file));
  if (loose.length > 0) {
    const message = `fixtures that are not in git yet: ${named(loose)}`;
    const fix = `git add ${loose.slice(0, mostNamed).map(shellWord).join(' ')}${loose.length > mostNamed ? ' …' : ''}`;
    yield { check: 'untracked', status: 'note', message, fix };
  }
}

function* contractFindings({ contracts, configPath, idle }: Coverage): Generator<Finding> {
  for (const contract of contracts) {
    const fix = 'Mend the contract, or the mapping that names it.';
    if ('code' in contract.identity) yield { check: 'contract', status: 'bad', message: contractText(contract), fix };
  }
  for (const one of idle) {
    const { at, files } = one.mapping;
    const message = `${placeText(configPath, at)}: the mapping of ${files.join(', ')} ${idleText(one, configPath)}`;
    yield { check: 'idle-mapping', status: 'warning', message, fix: 'Mend its globs, or take it out.' };
  }
  const unexercised = contracts
    .filter(({ fixtures, identity }) => fixtures === 0 && !('code' in identity))
    .map(({ path }) => path);
  if (unexercised.length > 0) {
    yield { check: 'unexercised', status: 'note', message: `no fixture exercises ${named(unexercised)}` };
  }
}

function* fixtureFindings({ fixtures, unmapped, nearMisses, config, configPath }: Coverage): Generator<Finding> {
  const formless = fixtures
    .filter(({ format, isRegular }) => format === undefined && isRegular)
    .map(({ file }) => file);
  if (formless.length > 0) {
    const message = `the extension tells no format of ${named(formless)}`;
    yield { check: 'format', status: 'bad', message, fix: 'Set `format:` in the mapping, or `exclude:` them.' };
  }
  const links = fixtures.filter(({ isRegular }) => !isRegular).map(({ file }) => file);
  if (links.length > 0)
    yield { check: 'links', status: 'warning', message: `links and submodules are passed over: ${named(links)}` };
  if (unmapped.length > 0) {
    yield {
      check: 'unmapped',
      status: 'warning',
      message: `no mapping matches ${named(unmapped)}`,
      fix: `Map them in ${configPath}.`,
    };
  }
  if (nearMisses.length > 0) {
    const message = `letter case alone keeps globs from matching ${named(nearMisses.map(({ file }) => file))}: not checked`;
    yield {
      check: 'letter-case',
      status: 'warning',
      message,
      fix: 'Rename them, or write their letters into the globs too, as in `*.{json,JSON}`.',
    };
  }
  // A later mapping for the rest of a folder is usual; one that would say something else of the same file is not.
  const torn = fixtures
    .filter(({ file, mapping, contracts }) =>
      weighMappings(config, file).some(
        (other) =>
          other.outcome === 'late' &&
          other.mapping.expect === mapping.expect &&
          contractsOf(other) !== contracts.join(),
      ),
    )
    .map(({ file }) => file);
  if (torn.length > 0) {
    const message = `two mappings with different contracts match ${named(torn)}; the first decides`;
    yield {
      check: 'two-mappings',
      status: 'warning',
      message,
      fix: 'Make the globs of one narrower, or give it `exclude:`.',
    };
  }
}

function contractsOf({ mapping, captures = [] }: Weighed): string {
  return mapping.contracts.map((template) => templateFiller(template)(captures)).join();
}

/** Attributes that make the file on disk another than the one in git: https://git-scm.com/docs/gitattributes */
async function attributeFindings({ settings }: Place, { fixtures, contracts }: Coverage): Promise<Finding[]> {
  const paths = [...new Set([...fixtures.map(({ file }) => file), ...contracts.map(({ path }) => path)])];
  const set = paths.length === 0 ? [] : await settings.attributes(['filter', 'working-tree-encoding', 'eol'], paths);
  const having = (name: string, value?: string): RepoPath[] =>
    set
      .filter((one) => one.name === name && (value === undefined ? one.value !== 'unset' : one.value === value))
      .map(({ path }) => path);
  const findings: Finding[] = [];
  const lfs = having('filter', 'lfs');
  if (lfs.length > 0) {
    const message = `Git LFS keeps ${named(lfs)}: what is in git is a pointer, which cannot be checked`;
    findings.push({
      check: 'lfs',
      status: 'bad',
      message,
      fix: 'Take them out of LFS in .gitattributes, or `exclude:` them.',
    });
  }
  const encoded = having('working-tree-encoding');
  if (encoded.length > 0) {
    const message = `working-tree-encoding makes ${named(encoded)} another on disk than in git, which a commit is judged by`;
    findings.push({
      check: 'encoding',
      status: 'warning',
      message,
      fix: 'Keep them as UTF-8: take the attribute out of .gitattributes.',
    });
  }
  const crlf = having('eol', 'crlf');
  if (crlf.length > 0)
    findings.push({
      check: 'eol',
      status: 'note',
      message: `on disk, lines end in CRLF in ${named(crlf)}; in git, in LF`,
    });
  return findings;
}

function named(paths: readonly RepoPath[]): string {
  const more = paths.length - mostNamed;
  return `${paths.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
