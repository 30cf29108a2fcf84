import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Cutoffs } from '@/utils/core/retention';
import { openLedger } from '@/utils/ledger/open';
import { eraseOldAside } from '@/utils/ledger/retention/erase-aside';
import * as made from './made-events';

const [old, fresh] = [made.start + 1, made.start + 9];
const rows: readonly (readonly [key: string, store: string, row: object])[] = [
  ['old exposure', 'exposures', { at: old }],
  ['undated exposure', 'exposures', {}],
  ['new exposure', 'exposures', { at: fresh }],
  ['old click', 'events', { type: 'click', at: old, url: 'https://item.jd.com/100012043978.html' }],
  ['new click', 'events', { type: 'click', at: fresh }],
  ['old word', 'events', { type: 'remark', at: old }],
  ['of no type', 'events', { at: old }],
  ['copy', 'items', { title: '秘密商品' }],
];

test.each<[Cutoffs, string[]]>([
  [{}, []],
  [{ exposures: 6 }, ['copy', 'old exposure', 'undated exposure']],
  [{ clicks: 6 }, ['copy', 'old click']],
  [{ visits: 6, notes: 6, clicks: 6, purchases: 6 }, ['copy', 'of no type', 'old click']],
  [{ visits: 6, notes: 6, clicks: 6, purchases: 1 }, ['copy', 'old click']],
])(
  'what was put aside goes by its own time, else by when that was, and the limit of its kind: %j',
  async (limits, gone) => {
    const db = await openLedger({ name: `aside-${JSON.stringify(limits)}` });
    for (const [key, store, row] of rows)
      await db.put('quarantine', { key, store, row, at: made.start + 5, reason: 'x' });
    await eraseOldAside(db, Object.fromEntries(Object.entries(limits).map(([kind, at]) => [kind, made.start + at])));
    const left = await db.getAllKeys('quarantine');
    expect(
      rows
        .map(([key]) => key)
        .filter((key) => !left.includes(key))
        .sort(),
    ).toEqual(gone);
  },
);
