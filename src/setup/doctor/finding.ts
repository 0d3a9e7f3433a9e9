/** Something that was looked at. */
export interface Finding {
  /** A stable name. */
  readonly check: string;
  /**
   * `bad`: commits are not checked, or not as they should be. `warning`: it will surprise somebody. `note`: good to know.
   * `good`: as it should be.
   */
  readonly status: 'good' | 'note' | 'warning' | 'bad';
  /** One sentence, without its full stop. */
  readonly message: string;
  /** What to do about it: one sentence, or a command. */
  readonly fix?: string;
}

export function good(check: string, message: string): Finding {
  return { check, status: 'good', message };
}

/** `bad` where anything is, and so on down. */
export function worst(findings: readonly Finding[]): Finding['status'] {
  return (
    (['bad', 'warning', 'note'] as const).find((status) => findings.some((one) => one.status === status)) ?? 'good'
  );
}
