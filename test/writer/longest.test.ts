import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { ResolvedLink } from '@/utils/core/types';
import { repairLedger } from '@/utils/ledger/repair';
import { decodeExposure, decodeStoredEvent } from '@/utils/schemas/stored';
import { ledgerWriter } from '@/utils/writer/handle';
import * as made from '../ledger/made-events';
import { madeDoor, orderScript, ownPage, pageScript } from './made-door';

/** As long as a message may have it. */
const short = (start: string) => start.padEnd(100, 'x');
const long = (start: string) => start.padEnd(2_000, 'x');

const link: ResolvedLink = {
  ...made.unionLink,
  platform: short('p'),
  key: long('https://u.jd.com/'),
  itemId: short('1'),
  attribution: { [short('a')]: 'b'.repeat(600) },
  via: Array.from({ length: 8 }, () => short('v')),
};
const itemLink = { ...link, key: short('jd:'), itemKey: short('jd:') };
const noteId = short('n');
const onNote = { site: short('s'), noteId, visit: short('v') };
const collected = made.collect(5, true, noteId);
const note = { id: noteId, authorId: short('u'), title: 't'.repeat(600) };
const rows = [
  { ...made.note(1), ...onNote, note },
  { ...made.sighting(2, link, onNote), commentId: short('c'), rule: short('r'), layer: short('l') },
  { ...made.sighting(3, itemLink, onNote), id: short('s').padEnd(4_000, 'y') },
  made.click(4, link, onNote),
  { ...collected, ...onNote, url: long('https://www.xiaohongshu.com/') },
  made.landing(6, itemLink.itemKey, { title: 't'.repeat(600) }),
  { ...made.page(7, false), where: short('w') },
  made.exposure(8, { unit: { key: short('k'), kind: 'note', noteId, signals: [short('x')] } }),
];

test('whatever the writer takes, a repair takes for sound', async () => {
  const { door, db } = await madeDoor();
  const { handle } = ledgerWriter(door);
  const sent = await handle({ type: 'append', rows }, pageScript);
  expect(sent).toEqual({ ok: expect.arrayContaining(rows.map(({ id }) => id)) as string[] });
  const { space: _stamped, itemKey: _derived, ...line } = made.purchase(9, { platform: short('p') });
  const purchases = [{ ...line, orderId: short('o'), itemId: short('i'), skuId: short('k'), title: 't'.repeat(600) }];
  expect(await handle({ type: 'orders', at: made.start, zoneMinutes: 480, purchases }, orderScript)).toEqual({ ok: 1 });
  const reading = { surface: 'ad-link', link, layer: short('l'), rule: short('r'), verified: false };
  const seen = { site: short('z'), url: long('https://www.xiaohongshu.com/'), note, link: reading };
  expect(await handle({ type: 'want', key: link.key, wanted: true, seen }, ownPage)).toEqual({ ok: true });

  const events = await db.getAll('events');
  expect(events).toHaveLength(rows.length - 1 + 1 + 3);
  for (const event of events) expect(decodeStoredEvent(event)).toEqual({ row: event });
  for (const row of await db.getAll('exposures')) expect(decodeExposure(row)).toEqual({ row });
  expect(await repairLedger(db, { now: door.now() })).toEqual({ changed: 0, quarantined: 0 });
});
