import { closest } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import { listed } from './listed.ts';
import { isLoaded } from './load-contracts.ts';
import type { Contracts } from './load-contracts.ts';
import type { PlannedCheck } from './plan-checks.ts';
import { pathOf } from './selection.ts';
import type { Selection } from './selection.ts';

/** What is wrong with a contract, once per contract; a missing one is the fault of the mapping that names it. */
export async function contractProblems(
  contracts: Contracts,
  checks: readonly PlannedCheck[],
  configPath: string,
  selection: Selection,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [path, contract] of contracts) {
    if (isLoaded(contract)) continue;
    const users = checks.filter(({ match }) => match.contracts.includes(path));
    const [user] = users;
    if (user === undefined) {
      problems.push({ file: path, ...contract });
      continue;
    }
    const { line, column } = user.match.mapping.contractAt;
    const because = user.because === undefined ? '' : ` (${user.because})`;
    const governs = `governs ${listed(users.map(({ file }) => pathOf(file)))}${because}.`;
    if (contract.file === undefined) {
      const instead = await insteadOf(path, selection, checks);
      problems.push({ ...contract, file: configPath, line, column, hint: `${instead}It ${governs}` });
    } else {
      const mend = contract.hint === undefined ? '' : `${contract.hint} `;
      problems.push({ ...contract, hint: `${mend}It is mapped at ${configPath}:${line}:${column} and ${governs}` });
    }
  }
  return problems;
}

/** Where a contract may be that is not where the mapping says: with the same content, or a name that is nearly the same. */
async function insteadOf(
  path: string,
  { snapshot, changes }: Selection,
  checks: readonly PlannedCheck[],
): Promise<string> {
  const fixtures = new Set(checks.map(({ file }) => pathOf(file)));
  const entries = (await snapshot.list()).filter(
    ({ path: file, kind }) => kind === 'file' && /\.ya?ml$/i.test(file) && !fixtures.has(file),
  );
  const before = changes.find((change) => change.path === path)?.before;
  const moved = entries.find(({ oid, unchangedOid }) => before !== undefined && (oid ?? unchangedOid) === before);
  if (moved !== undefined) return `What it held is now ${moved.path}: name that in the mapping. `;
  const names = new Map(entries.map(({ path: file }) => [nameOf(file), file]));
  const name = nameOf(path);
  const near = names.has(name) ? name : closest(name, names.keys());
  return near === undefined ? '' : `Did you mean ${names.get(near)}? `;
}

/** Without folders and extension. */
function nameOf(path: string): string {
  return path.replace(/^.*\//s, '').replace(/\.ya?ml$/i, '');
}
