import type { Repetition, Syntax } from '../../../src/pattern/syntax.ts';

/**
 * The steps of a search that fails or succeeds by plain backtracking, as V8's does but without its short cuts; Infinity
 * beyond `limit`. It reads the syntax, not the graph that the proof reads.
 */
export function backtrackingSteps(syntax: Syntax, text: string, limit: number): number {
  const characters = Array.from(text);
  let steps = 0;

  const match = (node: Syntax, at: number, go: (at: number) => boolean): boolean => {
    steps += 1;
    if (steps > limit) throw new LimitReached();
    switch (node.kind) {
      case 'start':
        return at === 0 && go(at);
      case 'end':
        return at === characters.length && go(at);
      case 'character': {
        const code = characters[at]?.codePointAt(0);
        return code !== undefined && ((node.set >> BigInt(Math.min(code, 128))) & 1n) === 1n && go(at + 1);
      }
      case 'concatenation':
        return node.parts.reduceRight((go, part) => (at: number) => match(part, at, go), go)(at);
      case 'alternation':
        return node.branches.some((branch) => match(branch, at, go));
      case 'repetition':
        return repeat(node, 0, at, go);
      default:
        return false;
    }
  };

  const repeat = (node: Repetition, done: number, at: number, go: (at: number) => boolean): boolean => {
    const again = (next: number) => (next > at || done < node.minimum) && repeat(node, done + 1, next, go);
    return (done < node.maximum && match(node.body, at, again)) || (done >= node.minimum && go(at));
  };

  try {
    for (let start = 0; start <= characters.length; start += 1) if (match(syntax, start, () => true)) break;
    return steps;
  } catch (error) {
    if (error instanceof LimitReached) return Infinity;
    throw error;
  }
}

class LimitReached extends Error {}
