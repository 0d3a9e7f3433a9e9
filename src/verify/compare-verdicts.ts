import { validatorOf } from '../check/validator-of.ts';
import type { AsyncClient } from '../gateway/async-client.ts';
import { HTTPError } from '../gateway/errors.ts';
import type { WireViolation } from '../gateway/models.ts';
import { violationOf } from '../validation/message.ts';
import type { Violation } from '../validation/violation.ts';
import type { GatewayClock } from './gateway-clock.ts';
import type { Question } from './question.ts';

/** A verdict of the gateway that is not ours. */
export interface Difference {
  readonly question: Question;
  readonly ours: readonly Violation[];
  /** A text: why it refuses the event or the contract, which we accept. */
  readonly gateways: readonly WireViolation[] | string;
}

/** Statuses by which the playground refuses a contract, or the JSON of an event. */
const refusals = new Set([400, 422]);

/**
 * Asks the gateway's playground, which stores nothing, and compares: passed or not, and each violation's field, kind and
 * message, in their order. Undefined: the verdicts agree.
 *
 * @throws {ContractGateError} where the gateway could not be asked.
 */
export async function compareVerdicts(
  question: Question,
  client: AsyncClient,
  clock: GatewayClock,
): Promise<Difference | undefined> {
  const { by, text } = question;
  const asked = performance.now();
  try {
    const { passed, violations } = await client.playgroundValidate({ yamlContent: by.text, eventJson: text });
    // Only the answer tells the gateway's clock, which may be far from ours.
    const after = clock.now();
    const before = after - Math.ceil((performance.now() - asked) / 1000);
    const ours = violationsAt(question, after);
    const agrees = [...secondsBetween(before, after, validatorOf(by).readsClock)].some((now) =>
      sameViolations(violationsAt(question, now), violations),
    );
    return agrees && passed === (violations.length === 0) ? undefined : { question, ours, gateways: violations };
  } catch (error) {
    if (!(error instanceof HTTPError && refusals.has(error.status))) throw error;
    return { question, ours: violationsAt(question, clock.now()), gateways: error.message };
  }
}

/** When the gateway may have judged, and a second on both sides, since its clock is known to the second only. */
function* secondsBetween(before: number, after: number, readsClock: boolean): Generator<number> {
  if (!readsClock) yield after;
  else for (let second = after + 1; second >= before - 1; second--) yield second;
}

function violationsAt({ by, value }: Question, now: number): Violation[] {
  return validatorOf(by).check(value, now).map(violationOf);
}

function sameViolations(ours: readonly Violation[], gateways: readonly WireViolation[]): boolean {
  return (
    ours.length === gateways.length &&
    ours.every(({ field, kind, message }, index) => {
      const other = gateways[index];
      return other?.field === field && other.kind === kind && other.message === message;
    })
  );
}
