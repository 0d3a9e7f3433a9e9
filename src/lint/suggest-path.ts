import { nearest } from '../nearest.ts';
import { pathText } from './declared-fields.ts';
import type { Subject } from './rule.ts';

/** Beyond this a look at every path takes too long. */
const mostCandidates = 500;

/** `; did you mean …?` with the declared path that is nearest; empty where none is near. */
export function suggestPath({ fields }: Subject, path: string): string {
  if (fields.length > mostCandidates) return '';
  const depth = path.split('.').length;
  const candidates = fields.filter(({ insideItems, path: steps }) => !insideItems && steps.length === depth);
  const near = nearest(
    path,
    candidates.map((candidate) => pathText(candidate.path)),
  );
  return near === undefined || near === path ? '' : `; did you mean \`${near}\`?`;
}
