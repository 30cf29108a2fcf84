import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { lazyLedger } from '@/utils/ledger/open';
import { ledgerWriter } from '@/utils/writer/handle';
import * as made from '../ledger/made-events';
import { madeDoor, ownPage, pageScript } from './made-door';

let names = 0;
const [click, exposure] = [made.click(2, made.jdItem), made.exposure(1)];
const backup = { at: 5, eventsEver: 3, rowsEver: 5 };
let openDb: ReturnType<typeof lazyLedger>;
let storage: Awaited<ReturnType<typeof madeDoor>>['storage'];
let tell: (message: object) => unknown;

/** A ledger of three events and two exposures, and a backup of all of it. */
beforeEach(async () => {
  const { door, storage: area } = await madeDoor();
  openDb = lazyLedger(`repair-${String((names += 1))}`);
  storage = area;
  const writer = ledgerWriter({ ...door, openDb });
  tell = (message) => writer.handle(message, ownPage);
  const rows = [made.sighting(1, made.jdItem), click, made.page(3, false)];
  await writer.handle({ type: 'append', rows: [...rows, exposure, made.exposure(2)] }, pageScript);
  await tell({ type: 'backed-up', note: backup });
});

const countsOf = async () => (await openDb()).get('meta', 'counts');

describe('a repair', () => {
  test('tells what is gone and was erased by nobody, with the backup from before it', async () => {
    const db = await openDb();
    await db.delete('events', click.id);
    await db.delete('exposures', exposure.id);
    expect(await tell({ type: 'repair' })).toMatchObject({ ok: true, quarantined: 0 });
    expect(storage.stored.health).toMatchObject({
      loss: { kind: 'thinned', events: 1, exposures: 1, backup },
      backup: { at: backup.at, eventsEver: 2, rowsEver: 3 },
    });
    expect(await countsOf()).toMatchObject({
      value: { events: 2, exposures: 1, erasedEvents: 0, erasedExposures: 0 },
    });
    expect(await db.get('meta', 'lost-at')).toBeDefined();
    await tell({ type: 'dismiss-loss' });
    await tell({ type: 'repair' });
    expect(storage.stored.health).not.toHaveProperty('loss');
  });

  test.each<[string, () => Promise<unknown>]>([
    ['the person erased', async () => tell({ type: 'erase', what: { kind: 'item', key: made.jdItem.key } })],
    ['the person erased with everything else', async () => tell({ type: 'erase-all' })],
    ['it puts aside itself', async () => (await openDb()).put('events', { ...click, seq: 2, link: 'x' } as never)],
    [
      'went with counts that are broken',
      async () => {
        await tell({ type: 'erase', what: { kind: 'item', key: made.jdItem.key } });
        await (await openDb()).put('meta', { key: 'counts', value: null } as never);
      },
    ],
  ])('tells nothing of what %s', async (_what, happen) => {
    await happen();
    await tell({ type: 'repair' });
    expect(storage.stored.health).not.toHaveProperty('loss');
    expect(await (await openDb()).get('meta', 'lost-at')).toBeUndefined();
    await tell({ type: 'look' });
    expect(storage.stored.health).not.toHaveProperty('loss');
  });
});

test('a count that a backup asks for tells what is gone, and nothing where all is there', async () => {
  expect(await tell({ type: 'count' })).toEqual({ ok: true });
  expect(storage.stored.health).not.toHaveProperty('loss');
  await (await openDb()).delete('events', click.id);
  expect(await tell({ type: 'count' })).toEqual({ ok: true });
  expect(storage.stored.health).toMatchObject({ loss: { kind: 'thinned', events: 1, exposures: 0, backup } });
});

describe('a page that is about to write a backup', () => {
  /** As a disk without room refuses the ledger's other name. */
  function refuseNames() {
    const write = IDBObjectStore.prototype.put;
    return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row) {
      if (Reflect.get(Object(row), 'key') === 'lost-at') throw new DOMException('', 'QuotaExceededError');
      return write.call(this, row);
    });
  }

  test('is told no while one would bear the name of fuller ones, and yes once the loss is noted', async () => {
    await (await openDb()).delete('events', click.id);
    const put = refuseNames();
    await tell({ type: 'repair' });
    expect(await tell({ type: 'look' })).toEqual({ ok: false });
    expect(storage.stored.health).not.toHaveProperty('loss');
    put.mockRestore();
    expect(await tell({ type: 'look' })).toEqual({ ok: true });
    expect(storage.stored.health).toMatchObject({ loss: { kind: 'thinned', events: 1, backup } });
    expect(await (await openDb()).get('meta', 'lost-at')).toBeDefined();
  });

  test('is told yes when the name is new and only the notice finds no room', async () => {
    await (await openDb()).delete('events', click.id);
    const full = vi.spyOn(storage, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    await tell({ type: 'repair' });
    expect(await tell({ type: 'look' })).toEqual({ ok: true });
    full.mockRestore();
    await tell({ type: 'repair' });
    expect(storage.stored.health).toMatchObject({ loss: { kind: 'thinned', events: 1, backup } });
  });

  test('has it noted only once the loss is told, which names the backup from before it', async () => {
    await (await openDb()).delete('events', click.id);
    const full = vi.spyOn(storage, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    await tell({ type: 'count' });
    const late = { type: 'backed-up', note: { at: 9, eventsEver: 3, rowsEver: 5 } };
    expect(await tell(late)).toEqual({ ok: false });
    full.mockRestore();
    expect(await tell(late)).toEqual({ ok: true });
    expect(storage.stored.health).toMatchObject({ loss: { events: 1, backup } });
    // What comes from now on is new to it, although it was begun when more was thought to be there.
    expect(storage.stored.health).toMatchObject({ backup: { at: 9, eventsEver: 2, rowsEver: 4 } });
  });
});
