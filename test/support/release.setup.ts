import type { TestProject } from 'vitest/node';
import { makeRelease } from './release.ts';
import type { Release } from './release.ts';
import { TemporaryFolder } from './temporary-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    release: Release;
  }
}

/** Makes one release for all end-to-end tests: `inject('release')`. */
export default function setup(project: TestProject): () => void {
  const folder = new TemporaryFolder();
  try {
    project.provide('release', makeRelease(folder.path));
  } catch (error) {
    folder[Symbol.dispose]();
    throw error;
  }
  return () => folder[Symbol.dispose]();
}
