import { runChecks } from '../../src/check/run-checks.ts';
import type { RunOptions } from '../../src/check/run-checks.ts';
import type { Report, ViolationPlace } from '../../src/check/report.ts';
import { memorySnapshot } from '../../src/snapshot/memory-snapshot.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Checks files that exist in memory only: all of them, or those that changed, with fan-out. */
export async function checkMemory(
  files: Files,
  { changed, ...options }: Partial<RunOptions> & { readonly changed?: readonly string[] } = {},
): Promise<Report> {
  const snapshot = memorySnapshot(new Map(Object.entries(files)));
  const present = changed?.filter((path) => path in files);
  return runChecks(
    {
      snapshot,
      files: present ?? 'all',
      changes: (changed ?? []).map((path) => ({ path, status: path in files ? 'modified' : 'deleted' })),
    },
    { showValues: false, ...options },
  );
}

/** What a test asserts of violations: `record field kind`. */
export function brief(report: Report): string[] {
  return report.checks.flatMap(({ file, violations }) =>
    violations.map(({ record, field, kind }) => `${file} ${record} ${field} ${kind}`),
  );
}

/** The places of all violations of the n-th check. */
export function placesOf({ checks }: Report, check: number = 0): readonly ViolationPlace[] {
  const { locate, violations } = checks[check] ?? { locate: () => [], violations: [] };
  return [...locate(violations)];
}

export const mapping = 'version: 1\nmappings:\n  - { files: "f/*/**", contract: "c/$1.yaml" }\n';

export const contract = `version: "1"
name: t
ontology:
  entities:
    - { name: a, type: integer }
`;
