import { expect, test } from 'vitest';
import { memorySnapshot } from '../../../src/snapshot/memory-snapshot.ts';

test('files, folders and what is absent', async () => {
  const snapshot = memorySnapshot(
    new Map<string, string | Buffer>([
      ['b/c.json', '{"é":1}'],
      ['a.json', Buffer.from([0xff])],
    ]),
  );
  expect(await snapshot.list()).toEqual([
    { path: 'a.json', kind: 'file' },
    { path: 'b/c.json', kind: 'file' },
  ]);
  const seen: unknown[] = [];
  for await (const { path, content } of snapshot.read(['b/c.json', 'b', 'nope', { path: 'a.json', kind: 'file' }])) {
    seen.push([
      path,
      content.kind,
      content.kind === 'file' ? [content.size, (await content.bytes()).toString('latin1')] : '',
    ]);
  }
  expect(seen).toEqual([
    ['b/c.json', 'file', [8, '{"Ã©":1}']],
    ['b', 'directory', ''],
    ['nope', 'absent', ''],
    ['a.json', 'file', [1, 'ÿ']],
  ]);
});
