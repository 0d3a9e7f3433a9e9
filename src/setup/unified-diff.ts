import type { FileChange } from './file-change.ts';

/** Lines of context around a change. */
const context = 3;

/**
 * A change as `git apply` reads it (https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html). One hunk:
 * what is set up adds lines in one place of a file.
 */
export function unifiedDiff({ path, before, after, executable = false }: FileChange): string {
  const old = linesOf(before ?? '');
  const now = linesOf(after);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const from = Math.max(0, start - context);
  const tail = Math.min(end, context);
  const oldHunk = old.slice(from, old.length - end + tail);
  const newHunk = now.slice(from, now.length - end + tail);
  const body = [
    ...old.slice(from, start).map((line) => ` ${line}`),
    ...old.slice(start, old.length - end).map((line) => `-${line}`),
    ...now.slice(start, now.length - end).map((line) => `+${line}`),
    ...now.slice(now.length - end, now.length - end + tail).map((line) => ` ${line}`),
  ];
  const header =
    before === undefined
      ? [`diff --git a/${path} b/${path}`, `new file mode ${executable ? '100755' : '100644'}`, '--- /dev/null']
      : [`diff --git a/${path} b/${path}`, `--- a/${path}`];
  const place = `@@ -${range(from, oldHunk.length)} +${range(from, newHunk.length)} @@`;
  return `${[...header, `+++ b/${path}`, place].join('\n')}\n${body.map(ended).join('')}`;
}

/** Lines with their ends; the last may have none. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function ended(line: string): string {
  return line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`;
}

function range(from: number, length: number): string {
  return `${length === 0 ? from : from + 1},${length}`;
}
