import type { Colors } from 'picocolors/types.js';

/** What a terminal can show. */
export interface Style {
  readonly colors: Colors;
  /** Columns. */
  readonly width: number;
  /** A path from the root as it is written where the report is read. */
  readonly path: (path: string) => string;
  /** A text that leads to a file of the snapshot when it is clicked, or the text alone. */
  readonly link: (text: string, path: string) => string;
}
