/** Why a snapshot could not be read. The only thing that the git and snapshot rooms throw on purpose. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
  /** What to do about it, where that is known. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
