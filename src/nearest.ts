/** The candidate that a misspelt word most likely means: the closest, or one that begins the word, or that the word begins. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const all = [...candidates];
  return closest(word, all) ?? all.find((candidate) => isPrefix(candidate, word) || isPrefix(word, candidate));
}

/** The candidate with the fewest letters of difference: at most a third of the word's, and never more than two. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Math.min(2, Math.max(1, Math.floor(word.length / 3))) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < fewest) {
      best = candidate;
      fewest = distance;
    }
  }
  return best;
}

function isPrefix(part: string, whole: string): boolean {
  return part.length >= 3 && whole.toLowerCase().startsWith(part.toLowerCase());
}

/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1;
      let distance = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        distance = Math.min(distance, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(distance);
    }
    beforeLast = last;
    last = row;
  }
  return last[right.length] ?? 0;
}
