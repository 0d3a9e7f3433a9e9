import type { JsonPath, Position, TextRange } from '../json-value.ts';
import type { Located, LocateRequest, Watcher } from './events.ts';

/** What a walk over a document has seen at one path that was asked for, or on the way to one. */
export class Place implements Watcher {
  /** The last element that is asked for. */
  #last: number | undefined;
  readonly children: Map<string | number, Place> = new Map();
  key: TextRange | undefined;
  value: TextRange | undefined;
  /** The place of the value itself is asked for, not only what is in it. */
  wanted = false;
  /** The names of the members, where they are asked for. */
  names: string[] | undefined;

  child(step: string | number): Place | undefined {
    if (typeof step === 'string') this.names?.push(step);
    return this.children.get(step);
  }

  isOver(index: number): boolean {
    this.#last ??= Math.max(...[...this.children.keys()].map((step) => (typeof step === 'number' ? step : Infinity)));
    return !this.wanted && index > this.#last;
  }

  open(): void {
    this.value = undefined;
    this.key = undefined;
    if (this.names !== undefined) this.names = [];
    for (const child of this.children.values()) child.open();
  }

  close(value: TextRange, key: TextRange | undefined): void {
    this.value = value;
    this.key = key;
  }
}

/** The paths of all requests as one tree, so that one pass over the document finds them all. */
export function placeTree(requests: readonly Pick<LocateRequest, 'path' | 'siblings'>[]): Place {
  const root = new Place();
  for (const { path, siblings } of requests) {
    let place = root;
    for (const [index, step] of path.entries()) {
      if (siblings && index === path.length - 1) place.names ??= [];
      let child = place.children.get(step);
      if (child === undefined) {
        child = new Place();
        place.children.set(step, child);
      }
      place = child;
    }
    place.wanted = true;
  }
  return root;
}

/** The range that a request means: of a path that is not there, the opening of what is there nearest above it. */
export function rangeOf(root: Place, path: JsonPath, anchor: LocateRequest['anchor']): TextRange | undefined {
  let place = root;
  for (const step of path) {
    const child = place.children.get(step);
    if (child?.value === undefined) return opening(place.value);
    place = child;
  }
  if (anchor === 'key') return place.key ?? place.value;
  return anchor === 'opening' ? opening(place.value) : place.value;
}

/** The names of the members beside a path. */
export function siblingsOf(root: Place, path: JsonPath): readonly string[] | undefined {
  let place: Place | undefined = root;
  for (const step of path.slice(0, -1)) place = place?.children.get(step);
  return place?.names;
}

function opening(range: TextRange | undefined): TextRange | undefined {
  return range && { start: range.start, end: Math.min(range.start + 1, range.end) };
}

/** A range with its places. */
export function located(range: TextRange, positionOf: (offset: number) => Position): Located {
  return { range, start: positionOf(range.start), end: positionOf(range.end) };
}
