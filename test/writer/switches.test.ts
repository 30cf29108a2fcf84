import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { PageSideEvent } from '@/utils/core/events';
import type { ExposureEvent } from '@/utils/core/units';
import { ledgerWriter } from '@/utils/writer/handle';
import * as made from '../ledger/made-events';
import { madeDoor, orderScript, ownPage, pageScript } from './made-door';

const note = '65f000000000000012345678';
const append = (...rows: PageSideEvent[]) => ({ type: 'append', rows });

/** A writer whose clock the test moves, in ms since `made.start`. */
async function writerAt(first = 100) {
  const { door, db, storage } = await madeDoor();
  let at = first;
  const writer = ledgerWriter({ ...door, now: () => made.start + at });
  return {
    storage,
    writer,
    moveTo: (then: number) => (at = then),
    say: (message: object) => writer.handle(message, ownPage),
    tell: (...rows: PageSideEvent[]) => writer.handle(append(...rows), pageScript),
    count: async () => [await db.count('events'), await db.count('exposures')],
  };
}

function exposure(at: number, change: Partial<ExposureEvent['unit']> = {}): ExposureEvent {
  const { noteId: _id, collected: _collected, ...base } = made.collect(at, true);
  const unit = { key: `n${String(at)}`, kind: 'note' as const, noteId: '65f000000000000087654321', ...change };
  const rest = { entry: 1, states: [], durationMs: 0, pageKind: 'feed' as const, ruleVersion: 'made' };
  const url = 'https://www.xiaohongshu.com/explore';
  return { ...base, ...rest, id: `x:${String(at)}`, url, type: 'exposure', unit };
}

describe('a row that comes once all is on again', () => {
  test('is refused if it was made while recording was off', async () => {
    const { say, tell, count, moveTo } = await writerAt();
    await say({ type: 'recording', on: false });
    moveTo(200);
    await say({ type: 'recording', on: true });
    moveTo(300);
    await tell(made.click(99, made.jdItem), made.click(150, made.jdItem), exposure(199), exposure(200));
    expect(await count()).toEqual([1, 1]);
  });

  test('is refused from the first press on, however often it is switched off', async () => {
    const { say, tell, count, moveTo } = await writerAt();
    await say({ type: 'recording', on: false });
    moveTo(200);
    await say({ type: 'recording', on: false });
    await tell(made.click(99, made.jdItem), made.click(150, made.jdItem));
    moveTo(300);
    await say({ type: 'recording', on: true });
    moveTo(400);
    await tell(made.click(160, made.jdItem));
    expect(await count()).toEqual([1, 0]);
  });

  test('is refused if it was made in a pause before the last one', async () => {
    const { say, tell, count, moveTo } = await writerAt();
    await say({ type: 'pause', until: made.start + 200 });
    moveTo(300);
    await say({ type: 'pause', until: made.start + 400 });
    moveTo(500);
    await tell(...[150, 250, 350, 450].map((at) => exposure(at)));
    expect(await count()).toEqual([0, 2]);
  });

  test('is refused if it was made in a tab while that was paused, as long as tabs keep their numbers', async () => {
    const { say, tell, count, moveTo, writer } = await writerAt();
    await say({ type: 'pause-tab', tab: 7, on: true });
    moveTo(200);
    await say({ type: 'pause-tab', tab: 7, on: false });
    moveTo(300);
    await tell({ ...exposure(150), tab: 7 }, { ...exposure(160), tab: 8 }, { ...exposure(250), tab: 7 });
    expect(await count()).toEqual([0, 2]);
    await writer.begin();
    await tell({ ...exposure(170), tab: 7 });
    expect(await count()).toEqual([0, 3]);
  });

  test('is none of the ledger’s once everything was erased, whenever it was off', async () => {
    const { say, moveTo, storage } = await writerAt();
    await say({ type: 'recording', on: false });
    moveTo(200);
    await say({ type: 'recording', on: true });
    expect(storage.stored).toMatchObject({ settings: { offTimes: [{}] } });
    await say({ type: 'erase-all' });
    expect(storage.stored).toMatchObject({ settings: { offTimes: [] } });
  });
});

describe('a pause', () => {
  test('keeps out what happens in it, and nothing else', async () => {
    const { say, tell, count, moveTo, writer } = await writerAt();
    expect(await say({ type: 'pause', until: made.start + 300 })).toEqual({ ok: true });
    moveTo(400);
    await tell(made.click(99, made.jdItem), made.click(150, made.jdItem), exposure(299), exposure(300));
    expect(await count()).toEqual([1, 1]);
    const orders = { type: 'orders', at: made.start + 200, zoneMinutes: 0, purchases: [] };
    expect(await writer.handle(orders, orderScript)).toEqual({ ok: 0 });
  });

  test('that the person ends is over, and stays a pause', async () => {
    const { say, tell, count, moveTo } = await writerAt();
    await say({ type: 'pause', until: made.start + 9_000 });
    moveTo(200);
    await say({ type: 'pause', until: 0 });
    moveTo(300);
    await tell(made.click(199, made.jdItem), made.click(200, made.jdItem));
    expect(await count()).toEqual([1, 0]);
  });

  test('of one tab leaves the others alone, and ends with the browser’s run', async () => {
    const { say, tell, count, moveTo, writer, storage } = await writerAt();
    expect(await say({ type: 'pause-tab', tab: pageScript.tab.id, on: true })).toEqual({ ok: true });
    moveTo(200);
    const { tab: _unknown, ...lost } = exposure(150);
    await tell({ ...exposure(150), tab: 7 }, lost);
    expect(await count()).toEqual([0, 0]);
    await tell({ ...exposure(160), tab: 8 });
    expect(await count()).toEqual([0, 1]);
    await writer.begin();
    expect(storage.stored).toMatchObject({ settings: { pausedTabs: [] } });
    await tell({ ...exposure(170), tab: 7 });
    expect(await count()).toEqual([0, 2]);
  });
});

describe('consent', () => {
  test('comes first: nothing that happened before it is kept, and a second press changes nothing', async () => {
    const { say, tell, count, moveTo, storage } = await writerAt();
    await storage.set({ settings: {} });
    await tell(made.click(50, made.jdItem), exposure(60));
    expect(await count()).toEqual([0, 0]);
    expect(await say({ type: 'consent' })).toEqual({ ok: true });
    moveTo(200);
    await say({ type: 'consent' });
    await tell(made.click(99, made.jdItem), made.click(100, made.unionLink));
    expect(await count()).toEqual([1, 0]);
  });
});

describe('a kind that is switched off', () => {
  test('is not recorded, and is again when it is back', async () => {
    const { say, tell, count } = await writerAt();
    expect(await say({ type: 'kind', kind: 'screen', on: false })).toEqual({ ok: true });
    await tell(made.click(1, made.jdItem), exposure(2));
    expect(await count()).toEqual([1, 0]);
    await say({ type: 'kind', kind: 'screen', on: true });
    await tell(exposure(3));
    expect(await count()).toEqual([1, 1]);
    expect(await say({ type: 'kind', kind: 'thoughts', on: true })).toBeUndefined();
  });

  test('keeps the orders of a page out as well', async () => {
    const { say, writer } = await writerAt();
    await say({ type: 'kind', kind: 'orders', on: false });
    const { itemKey: _key, space: _space, ...purchase } = made.purchase(1);
    const orders = { type: 'orders', at: made.start + 1, zoneMinutes: 0, purchases: [purchase] };
    expect(await writer.handle(orders, orderScript)).toEqual({ ok: 0 });
    await say({ type: 'kind', kind: 'orders', on: true });
    expect(await writer.handle(orders, orderScript)).toEqual({ ok: 1 });
  });
});

describe('the looks of our pages', () => {
  test('are kept as they were chosen', async () => {
    const { say, storage } = await writerAt();
    await say({ type: 'theme', theme: 'dark' });
    expect(storage.stored).toMatchObject({ settings: { theme: 'dark' } });
    expect(await say({ type: 'theme', theme: 'pink' })).toBeUndefined();
  });
});

describe('an exclusion', () => {
  test('of a site keeps out all of its pages', async () => {
    const { say, tell, count } = await writerAt();
    await say({ type: 'exclude', what: 'site', id: 'www.xiaohongshu.com', on: true });
    await tell(made.note(1), made.click(2, made.jdItem), exposure(3));
    expect(await count()).toEqual([0, 0]);
  });

  test('of a note keeps out all that is about it', async () => {
    const { say, tell, count } = await writerAt();
    await say({ type: 'exclude', what: 'note', id: note, on: true });
    const onNote = { url: `https://www.xiaohongshu.com/explore/${note}` };
    await tell(
      made.note(1),
      made.sighting(1, made.jdItem),
      made.click(2, made.jdItem),
      made.collect(3, true),
      exposure(4, { noteId: note }),
      { ...exposure(5), ...onNote },
    );
    expect(await count()).toEqual([0, 0]);
    await tell(exposure(6));
    expect(await count()).toEqual([0, 1]);
  });

  test('of an author reaches rows that name the note alone', async () => {
    const { say, tell, count } = await writerAt();
    await tell(made.note(1, { authorId: 'a1' }));
    await say({ type: 'exclude', what: 'author', id: 'a1', on: true });
    await tell(made.click(2, made.jdItem), exposure(3, { authorId: 'a1' }));
    expect(await count()).toEqual([1, 0]);
    const other = { noteId: '65f0000000000000aaaaaaaa' };
    await tell(made.sighting(4, made.unionLink, other));
    expect(await count()).toEqual([2, 0]);
  });

  test('of an author is known from the same message as well', async () => {
    const { say, tell, count } = await writerAt();
    await say({ type: 'exclude', what: 'author', id: 'a1', on: true });
    await tell(made.note(1, { authorId: 'a1' }), made.sighting(1, made.jdItem));
    expect(await count()).toEqual([0, 0]);
  });

  test('can be taken back', async () => {
    const { say, tell, count } = await writerAt();
    for (const on of [true, false]) await say({ type: 'exclude', what: 'note', id: note, on });
    await tell(made.click(2, made.jdItem));
    expect(await count()).toEqual([1, 0]);
  });

  test('of too many is refused, and none is forgotten for it', async () => {
    const { say, storage } = await writerAt();
    const excludedNotes = Array.from({ length: 1_000 }, (_each, index) => `n${String(index)}`);
    await storage.set({ settings: { excludedNotes } });
    expect(await say({ type: 'exclude', what: 'note', id: note, on: true })).toEqual({ ok: false });
    expect(await say({ type: 'exclude', what: 'note', id: '', on: true })).toBeUndefined();
    expect(storage.stored).toMatchObject({ settings: { excludedNotes } });
  });
});
