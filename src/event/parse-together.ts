import type { JsonValue } from '../json-value.ts';
import type { LineScanner, ScannedBlock } from './line-scanner.ts';

const newline = 0x0a;

/**
 * The values of the lines that a scanner has looked at last, by one call of JSON.parse, which then takes a sixth less time than
 * with one call for each: V8 expects of an array's element the members of the one before. Undefined where a line may be
 * anything but one JSON text: it is blank, broken, or not UTF-8.
 */
export function parseTogether(
  block: Buffer,
  scanner: LineScanner,
  scanned: ScannedBlock,
): readonly JsonValue[] | undefined {
  if (!scanned.isEven) return undefined;
  const count = scanned.lines.length - (block.at(-1) === newline ? 1 : 0);
  const text = scanner.joinLines(count, scanned);
  // What is not UTF-8 has become U+FFFD.
  if (!scanned.isAscii && text.includes('\ufffd')) return undefined;
  try {
    const values = JSON.parse(text) as readonly JsonValue[];
    return values.length === count ? values : undefined;
  } catch {
    return undefined;
  }
}
