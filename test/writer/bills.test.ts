import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { readBill } from '@/utils/bills';
import { allStores, type LedgerDb } from '@/utils/ledger/schema';
import { ledgerWriter } from '@/utils/writer/handle';
import { bytesOf, made as madeBill, readBytes } from '../bills/files';
import * as made from '../ledger/made-events';
import { madeDoor, ownPage, pageScript } from './made-door';

const purchasesOf = (name: string) => readBill(readBytes(name), name).found;
const later = made.start + 1_000_000;

type Door = Awaited<ReturnType<typeof madeDoor>>['door'];

const importId = '00000000-0000-4000-8000-000000000001';
const partOf = (purchases: unknown[], startedAt = later) => ({
  type: 'bill',
  part: { importId, startedAt, zoneMinutes: 480, purchases, last: true as const },
});

async function importing(door: Door, purchases: unknown[], startedAt = later) {
  return ledgerWriter(door).handle(partOf(purchases, startedAt), ownPage);
}

describe('a part of a bill', () => {
  test('is stored, and adds nothing the second time', async () => {
    const { door, db, announced } = await madeDoor();
    const purchases = purchasesOf('alipay-bill.gbk.csv');
    expect(await importing(door, purchases)).toEqual({ ok: true, added: purchases.length, known: 0, refused: 0 });
    expect(announced).toHaveLength(1);
    const rows = await db.getAll('orders');
    const { part } = partOf(purchases);
    const another = { type: 'bill', part: { ...part, importId: importId.replace('1', '2') } };
    expect(await ledgerWriter(door).handle(another, ownPage)).toMatchObject({ added: 0, known: purchases.length });
    expect(await db.getAll('orders')).toEqual(rows);
    // The part itself, told once more since nobody heard the answer, says what it said
    expect(await importing(door, purchases)).toMatchObject({ added: purchases.length, known: 0 });
    expect(await db.count('events')).toBe(purchases.length);
    expect(
      (await db.getAll('events')).every((event) => event.type === 'purchase' && event.evidence === 'imported'),
    ).toBe(true);
  });

  test('takes what holds and counts what does not', async () => {
    const { door, db } = await madeDoor();
    const [good] = purchasesOf('jd-bill.utf8bom.csv');
    const odd = [
      null,
      'x',
      { ...good, status: 'bought' },
      { ...good, orderPaidFen: -1 },
      JSON.parse('{"__proto__":{"platform":"jd"}}'),
    ];
    expect(await importing(door, [good, ...odd])).toEqual({ ok: true, added: 1, known: 0, refused: 5 });
    expect(await db.count('orders')).toBe(1);
  });

  test('is heard from our own pages alone, and never waits in the queue', async () => {
    const { door, storage } = await madeDoor();
    const purchases = purchasesOf('jd-bill.utf8bom.csv');
    expect(ledgerWriter(door).handle(partOf(purchases), pageScript)).toBeUndefined();
    await importing(door, purchases);
    expect(Object.keys(storage.stored).sort()).toEqual(['canary', 'health', 'settings']);
  });

  test('of more than five hundred is refused whole', async () => {
    const { door } = await madeDoor();
    await expect(
      importing(
        door,
        Array.from({ length: 501 }, () => ({})),
      ),
    ).resolves.toBeUndefined();
  });

  test('is refused once something was erased after the import began', async () => {
    const { door, db } = await madeDoor();
    const writer = ledgerWriter(door);
    await writer.handle({ type: 'erase', what: { kind: 'platform', platform: 'jd' } }, ownPage);
    expect(await importing(door, purchasesOf('jd-bill.utf8bom.csv'), later - 1)).toEqual({
      ok: false,
      reason: 'erased',
    });
    expect(await db.count('events')).toBe(0);
    expect(await importing(door, purchasesOf('jd-bill.utf8bom.csv'))).toMatchObject({ ok: true });
  });

  test('is all or nothing where the storage fails', async () => {
    const { door, db } = await madeDoor();
    const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    await expect(importing({ ...door, openDb: full }, purchasesOf('jd-bill.utf8bom.csv'))).rejects.toThrow('full');
    expect(await db.count('orders')).toBe(0);
  });
});

describe('what a bill says of persons', () => {
  const secrets = [
    '测试张三', // the account's owner
    'zhangsan@example.test', // the account
    'ben***@example.test', // the other side's account
    '4000000000000000777', // the order's number, and Alipay's own
    '2026010522001400000000000777',
    '13800000000', // a phone in the note
    '示例市示例路1号', // an address in the note
    '招商银行储蓄卡(6789)', // what it was paid with
  ];
  const [owner, account, other, order, number, phone, address, card] = secrets;
  const bill = bytesOf(
    [
      `姓名：${owner}`,
      `支付宝账户：${account}`,
      new TextDecoder().decode(madeBill('alipay')).trim(),
      `2026-01-05 10:01:00,服饰装扮,示例**店,${other},羊毛衫,支出,39.00,${card},交易成功,${number}\t,T200P${order}\t,${phone} ${address},`,
      `2026-01-04 10:01:00,服饰装扮,拼多多平台商户,${other},商户单号XP${order},支出,9.00,${card},交易成功,${number}1\t,XP${order}\t,,`,
    ].join('\n'),
  );

  async function everything(db: LedgerDb): Promise<string> {
    const rows = await Promise.all(allStores.map((name) => db.getAll(name)));
    return JSON.stringify(rows);
  }

  test('is nowhere: not in the ledger, not in the queue, not in what is announced or noted', async () => {
    const { door, db, storage, session } = await madeDoor();
    const { found } = readBill(bill, 'alipay.csv');
    expect(found.map(({ orderId }) => orderId)).toEqual([order, `XP${order}`]);
    expect(await importing(door, found)).toMatchObject({ added: 2 });
    const text = (await everything(db)) + JSON.stringify([storage.stored, session.stored]);
    expect(text).toContain('羊毛衫');
    for (const secret of secrets) expect(text).not.toContain(secret);
  });
});

describe('what the person writes down', () => {
  const byHand = (change: object = {}) => ({
    type: 'by-hand',
    purchase: {
      platform: 'jd',
      itemKey: 'jd:100012043978',
      title: '羊毛衫',
      orderPaidFen: 19900,
      orderedAt: later,
      ...change,
    },
  });

  test('is a purchase of the item, and can be taken back', async () => {
    const { door, db } = await madeDoor();
    const writer = ledgerWriter(door);
    await writer.handle({ type: 'append', rows: [made.sighting(1, made.jdItem)] }, pageScript);
    expect(await writer.handle(byHand(), ownPage)).toEqual({ ok: true });
    expect(await db.get('items', 'jd:100012043978')).toMatchObject({ state: 'bought', purchasedAt: later });
    expect((await db.get('items', 'jd:100012043978'))?.journey.at(-1)).toMatchObject({ evidence: 'user' });
    const [order = ''] = await db.getAllKeys('orders');
    expect(await writer.handle({ type: 'not-by-hand', order }, ownPage)).toEqual({ ok: true });
    expect(await db.get('items', 'jd:100012043978')).toMatchObject({ state: 'seen' });
  });

  test('may be of no item that was seen', async () => {
    const { door, db } = await madeDoor();
    const purchase = { platform: 'douyin', title: '一件裙子', orderedAt: later };
    expect(await ledgerWriter(door).handle({ type: 'by-hand', purchase }, ownPage)).toEqual({ ok: true });
    expect(await db.getAll('orders')).toMatchObject([{ platform: 'douyin', unmatchedAt: later, source: 'user' }]);
  });

  test('cannot take back what a bill has told', async () => {
    const { door, db } = await madeDoor();
    await importing(door, purchasesOf('jd-bill.utf8bom.csv').slice(0, 1));
    const [order = ''] = await db.getAllKeys('orders');
    expect(await ledgerWriter(door).handle({ type: 'not-by-hand', order }, ownPage)).toEqual({ ok: false });
  });
});

describe("the person's word on a line or an item", () => {
  test('is stored, and answered as not done where there is nothing to say it of', async () => {
    const { door, db } = await madeDoor();
    const writer = ledgerWriter(door);
    await writer.handle({ type: 'append', rows: [made.sighting(1, made.jdItem)] }, pageScript);
    await importing(door, purchasesOf('jd-bill.utf8bom.csv').slice(0, 1));
    const [line = ''] = await db.getAllKeys('orders');
    const key = made.jdItem.key;
    const match = { type: 'match', line, platform: 'jd', item: key, word: 'same', by: 'title', score: 0.7 };
    expect(await writer.handle(match, ownPage)).toEqual({ ok: true });
    expect(await writer.handle({ ...match, line: 'jd:0f::' }, ownPage)).toEqual({ ok: false });
    expect(await writer.handle({ type: 'outcome', key, outcome: 'kept' }, ownPage)).toEqual({ ok: true });
    expect(await writer.handle({ type: 'cool', key, until: later }, ownPage)).toEqual({ ok: true });
    expect(await writer.handle({ type: 'cool', key: 'jd:0', until: later }, ownPage)).toEqual({ ok: false });
    expect(await db.get('items', key)).toMatchObject({ outcome: { as: 'kept' }, cool: { until: later } });
    expect(writer.handle(match, pageScript)).toBeUndefined();
  });
});
