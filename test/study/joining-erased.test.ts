import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { LedgerError } from '@/utils/ledger/open';
import { readSettings } from '@/utils/settings';
import { ledgerWriter } from '@/utils/writer/handle';
import { readKeptStudy } from '@/utils/writer/study';
import { madeDoor, ownPage } from '../writer/made-door';
import { file, now } from './made-study';
import { madeWriter } from './made-writer';

const joining = { kind: 'join', file, purchases: false, automated: false } as const;

describe('joining while everything is erased', () => {
  test('is over where everything was erased before its turn', async () => {
    const { tell, kept, writer } = await madeWriter();
    const asked = tell(joining);
    const erased = Promise.resolve(writer.handle({ type: 'erase-all' }, ownPage));
    expect(await Promise.all([asked, erased])).toEqual([{ ok: false }, { ok: true }]);
    expect(await kept()).toEqual({});
    // Who agrees after it has joined.
    expect(await tell(joining)).toEqual({ ok: true });
  });

  test('goes on where everything was to be erased and nothing was', async () => {
    const { door, storage } = await madeDoor();
    const joins: Promise<unknown>[] = [];
    const openDb: typeof door.openDb = async () => {
      const isMarked = (await readSettings(storage)).erasedAt > 0;
      if (!isMarked || joins.length > 0) return door.openDb();
      joins.push(Promise.resolve(writer.handle({ type: 'study', change: joining }, ownPage)));
      throw new LedgerError('blocked');
    };
    const writer = ledgerWriter({ ...door, now: () => now, openDb });
    await expect(Promise.resolve(writer.handle({ type: 'erase-all' }, ownPage))).rejects.toMatchObject({
      kind: 'blocked',
    });
    expect(await Promise.all(joins)).toEqual([{ ok: true }]);
    expect((await readKeptStudy(storage)).joined).toBeDefined();
  });
});
