import { readLock } from '../../pull/lock-file.ts';
import { editedContracts } from '../../pull/locked-files.ts';
import { good } from './finding.ts';
import type { Finding } from './finding.ts';

const check = 'pulled-contracts';

/** Whether contracts that were pulled are as the gateway has them. Asks nobody. */
export function* lockChecks(root: string): Generator<Finding> {
  const lock = readLock(root);
  if ('code' in lock) {
    const { message, hint } = lock;
    yield { check, status: 'warning', message, ...(hint !== undefined && { fix: hint }) };
    return;
  }
  const edited = editedContracts(root, lock);
  for (const { path, state } of edited) {
    const message = `${path} is ${state === 'missing' ? 'gone, and was pulled' : 'not what was pulled'} from the gateway`;
    yield { check, status: 'warning', message, fix: 'contractgate-hook pull --check tells more; pull brings it back' };
  }
  if (lock.size > 0 && edited.length === 0) yield good(check, 'every contract of the lock is as it was pulled');
}
