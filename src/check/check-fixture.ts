import type { EventFault } from '../event/events.ts';
import { decodeText, isLfsPointer } from '../event/decode-text.ts';
import { readEvents } from '../event/read-events.ts';
import { readNdjson } from '../event/read-ndjson.ts';
import type { Problem } from '../problem.ts';
import type { Content } from '../snapshot/snapshot.ts';
import { formatOf } from './format.ts';
import { EventJudge } from './judge-events.ts';
import type { JudgeOptions } from './judge-events.ts';
import type { LoadedContract } from './load-contracts.ts';
import { locateViolations } from './locate-violations.ts';
import type { PlannedCheck } from './plan-checks.ts';
import type { CheckResult } from './report.ts';
import { pathOf } from './selection.ts';

export interface CheckOptions extends JudgeOptions {
  /** Bytes; for formats that are held whole. */
  readonly maxFileSize: number;
}

/** One fixture against its contracts, most wanted first. */
export async function checkFixture(
  planned: PlannedCheck,
  contracts: readonly LoadedContract[],
  content: Content,
  options: CheckOptions,
): Promise<CheckResult | Problem> {
  const file = pathOf(planned.file);
  const { mapping } = planned.match;
  const [contract] = contracts;
  const format = formatOf(file, mapping);
  if (contract === undefined) throw new Error('a check needs a contract');
  if (content.kind !== 'file') return problem(file, `${file} ${contentText(content.kind)}`);
  if (format === undefined) {
    return problem(
      file,
      `the extension of ${file} tells no format`,
      'Set `format:` (json, ndjson or yaml) in its mapping.',
    );
  }
  if (format !== 'ndjson' && content.size > options.maxFileSize) {
    return problem(
      file,
      `${file} has ${content.size} bytes, more than the limit of ${options.maxFileSize}`,
      'Raise maxFileSize in the mapping file, or keep the events as NDJSON, which is read in pieces.',
    );
  }
}
