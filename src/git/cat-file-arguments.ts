/** See cat-file.ts. */
export const catFileArguments: readonly string[] = ['cat-file', '--batch'];
