import type { EventSource, Located, LocateRequest } from './events.ts';
import { lineFinder } from '../text-position.ts';
import { located, placeTree, rangeOf, siblingsOf } from './place-tree.ts';

/**
 * The places of values in a document, found in one walk over its text. A path that does not exist is at the opening of the
 * nearest container above it. Paths lead from the document's root. Undefined: the document has no value at all.
 */
export function locate(source: EventSource, requests: readonly LocateRequest[]): readonly (Located | undefined)[] {
  const root = placeTree(requests);
  source.walk(source, root);
  const positionOf = lineFinder(source.text, source.line);
  return requests.map(({ path, anchor }) => {
    const range = rangeOf(root, path, anchor);
    const siblings = siblingsOf(root, path);
    return range && { ...located(range, positionOf), ...(siblings && { siblings }) };
  });
}
