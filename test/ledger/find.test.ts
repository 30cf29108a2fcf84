import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, test } from 'vitest';
import { findItemsNamed, findNotesNamed } from '@/utils/ledger/find';
import { openLedger } from '@/utils/ledger/open';
import type { LedgerDb } from '@/utils/ledger/schema';
import { chair } from '../components/made-rows';

const limit = 20;
let db: LedgerDb;

beforeAll(async () => {
  db = await openLedger({ name: 'find' });
  const tx = db.transaction(['items', 'notes'], 'readwrite');
  for (let number = 0; number < 1_200; number++)
    await tx
      .objectStore('items')
      .put({ ...chair, key: `jd:${String(10_000 + number)}`, title: `Chair ${String(number)}` });
  await tx.objectStore('items').put({ ...chair, key: 'jd:9', title: '法式连衣裙', shop: 'Maison' });
  // A row that is broken on the disk.
  await tx.objectStore('items').put({ ...chair, key: 'jd:99999', title: 7 as unknown as string });
  const note = { site: 'xiaohongshu', firstSeenAt: 0, lastSeenAt: 0, itemKeys: [] };
  await tx.objectStore('notes').put({ ...note, key: 'xiaohongshu:n1', id: 'n1', title: '露营清单', authorId: 'u77' });
  await tx.objectStore('notes').put({ ...note, key: 'xiaohongshu:n2', id: 'n2' });
  await tx.done;
});

describe('items', () => {
  test.each([
    ['连衣裙', ['jd:9']],
    ['MAISON', ['jd:9']],
    ['jd:9', ['jd:9', 'jd:99999']],
    ['chair 1199', ['jd:11199']],
    ['kettle', []],
  ])('%s', async (text, keys) => {
    const { rows, more } = await findItemsNamed(db, text, { limit });
    expect([rows.map(({ key }) => key), more]).toEqual([keys, false]);
  });

  test('more than are asked for are not listed, and said to be there', async () => {
    const { rows, more } = await findItemsNamed(db, 'chair', { limit });
    expect([rows.length, more]).toEqual([limit, true]);
  });

  test('a search that was given up ends', async () => {
    await expect(findItemsNamed(db, 'kettle', { limit, signal: AbortSignal.abort() })).rejects.toThrow();
  });
});

test.each([
  ['露营', ['xiaohongshu:n1']],
  ['u77', ['xiaohongshu:n1']],
  ['N2', ['xiaohongshu:n2']],
])('notes: %s', async (text, keys) => {
  expect((await findNotesNamed(db, text, { limit })).rows.map(({ key }) => key)).toEqual(keys);
});
