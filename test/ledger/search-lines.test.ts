import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openLedger } from '@/utils/ledger/open';
import { getItems, readSearchList } from '@/utils/ledger/search-lines';
import { siftEvents } from '@/utils/ledger/sift';
import { jdItem, note, remark, sighting, tag, taobaoItem, want } from './made-events';

test('all that a search looks through, of saved items alone', async () => {
  const db = await openLedger({ name: 'search' });
  await siftEvents(db, [note(0, { authorId: 'author-7' }), sighting(1, jdItem), sighting(2, taobaoItem)]);
  await siftEvents(db, [
    want(3, jdItem.key, true),
    tag(4, jdItem.key, { tag: '礼物', on: true }),
    remark(5, jdItem.key, '等降价'),
  ]);
  const {
    lines: [line, ...others],
  } = await readSearchList(db, 'savedAt');
  expect(others).toEqual([]);
  expect(line).toMatchObject({ key: jdItem.key, tags: ['礼物'] });
  for (const part of ['author-7', '礼物', '等降价']) expect(line?.text).toContain(part);
  const items = await getItems(db, ['jd:0', jdItem.key]);
  expect(items.map(({ key }) => key)).toEqual([jdItem.key]);
});

test('more items of one moment than a page holds, each once; a broken row is no end', async () => {
  const db = await openLedger({ name: 'search-many' });
  const tx = db.transaction('items', 'readwrite');
  const row = { platform: 'jd', kind: 'item', surfaces: [], journey: [], savedBy: [], state: 'saved' } as const;
  for (let at = 0; at < 2_500; at += 1)
    await tx.store.put({ ...row, surfaces: [], journey: [], savedBy: [], key: `jd:${String(at)}`, savedAt: 7 });
  await tx.store.put({ key: 'jd:broken', savedAt: 7 } as never);
  await tx.store.put({ ...row, surfaces: [], journey: [], savedBy: [], key: 'jd:last', savedAt: 9 });
  await tx.done;
  const read: number[] = [];
  const { lines } = await readSearchList(db, 'savedAt', { onProgress: (count) => read.push(count) });
  expect(new Set(lines.map(({ key }) => key)).size).toBe(2_501);
  expect(lines).toHaveLength(2_501);
  expect(read.at(-1)).toBe(2_501);
  await expect(readSearchList(db, 'savedAt', { signal: AbortSignal.abort() })).rejects.toThrow();
});
