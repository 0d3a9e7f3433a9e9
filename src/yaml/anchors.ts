import type { YamlContent } from './node.ts';

/**
 * Names to nodes as serde_yaml's loader keeps them: an anchor's number is the count of *names* before it, so a name
 * that is given twice makes two anchors share a number, and aliases to either then mean the later one.
 */
export class Anchors {
  readonly #numbers = new Map<string, number>();
  readonly nodes: Map<number, YamlContent> = new Map();

  define(name: string, node: YamlContent): void {
    const number = this.#numbers.size;
    this.#numbers.set(name, number);
    this.nodes.set(number, node);
  }

  numberOf(name: string): number | undefined {
    return this.#numbers.get(name);
  }
}
