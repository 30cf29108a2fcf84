import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { lookAtBills } from '@/utils/bills/look';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases, areKnownOrders, countNews, keyedPurchase } from '@/utils/ledger/purchases';
import type { LedgerDb } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import type { Purchase } from '@/utils/core/types';
import { made } from './files';

const order = '4000000000000000103';
const number = '2026010522001400000000000103';
const alipay = (...lines: string[]) => made('alipay', ...lines);
const paymentBy = ([into, by]: [string, string], word: string, [sum, own] = ['39.00', number]) =>
  `2026-01-05 10:01:00,服饰装扮,示例**店,ben***@example.test,羊毛衫,${into},${sum},${by},${word},${own}\t,T200P${order}\t,,`;
const payment = (word = '交易成功', sum = '39.00', own = number) => paymentBy(['支出', '账户余额'], word, [sum, own]);
const refund = (sum = '19.00', at = '2026-02-01 09:00:00', id = order) =>
  `${at},退款,示例**店,ben***@example.test,退款-羊毛衫,不计收支,${sum},账户余额,退款成功,${number}_${at.slice(8, 10)}\t,T200P${id}\t,,`;

const file = (name: string, bytes: Uint8Array) => new File([new Uint8Array(bytes)], name);
const looking = { signal: new AbortController().signal, rest: () => Promise.resolve(), onProgress: () => undefined };
const look = (...files: Uint8Array[]) =>
  lookAtBills(
    files.map((bytes, place) => file(`${String(place)}.csv`, bytes)),
    looking,
  );

describe('several files at once', () => {
  test.each([
    ['the payment first', [alipay(payment()), alipay(refund())]],
    ['the refund first', [alipay(refund()), alipay(payment())]],
  ])('a refund finds its payment in another file: %s', async (_title, files) => {
    const { purchases, stray, nameless } = await look(...files);
    expect(purchases).toMatchObject([{ orderId: order, status: 'completed', orderPaidFen: 3900, refundedFen: 1900 }]);
    expect([stray, nameless]).toEqual([[], 0]);
  });

  test('each file tells of its own', async () => {
    const { files } = await look(alipay(payment(), 'cut,short'), alipay(refund(), payment()), new Uint8Array());
    expect(files).toMatchObject([
      { name: '0.csv', purchases: 1, skipped: 0, unread: { count: 1 } },
      { name: '1.csv', purchases: 0, skipped: 0, unread: { count: 0 } },
      { name: '2.csv', purchases: 0, why: 'empty' },
    ]);
  });

  test('a deposit and the rest are one order', async () => {
    const { purchases } = await look(alipay(payment()), alipay(payment('交易成功', '61.00', `${number}9`)));
    expect(purchases).toMatchObject([{ orderId: order, orderPaidFen: 10_000 }]);
  });

  test('a file of a later day knows what came of the same line, whichever is read first', async () => {
    const files = [alipay(payment('等待确认收货')), alipay(payment('交易关闭'))];
    for (const some of [files, files.toReversed()])
      expect((await look(...some)).purchases).toMatchObject([{ orderPaidFen: 3900, status: 'refunded' }]);
  });

  const rest = (word: string) => payment(word, '61.00', `${number}9`);
  test.each<[string, string[][], object]>([
    [
      'all came back',
      [['等待确认收货'], ['交易关闭']].map(([word = '']) => [payment(word), rest(word)]),
      { status: 'refunded' },
    ],
    [
      'one of them came back',
      [[payment(), rest('等待确认收货')], [rest('交易关闭')]],
      { status: 'completed', refundedFen: 6100 },
    ],
    [
      'each in a file of its own',
      [[payment()], [rest('交易成功')], [payment('交易关闭'), rest('交易关闭')]],
      { status: 'refunded' },
    ],
    [
      'they went through',
      [
        [payment('等待确认收货'), rest('等待确认收货')],
        [payment(), rest('交易成功')],
      ],
      { status: 'completed' },
    ],
  ])('of two payments for one order a later file knows what came of them: %s', async (_title, lines, expected) => {
    const files = lines.map((some) => alipay(...some));
    for (const some of [files, files.toReversed()])
      expect((await look(...some)).purchases).toMatchObject([{ orderPaidFen: 10_000, ...expected }]);
  });

  const unpaid = (word: string) => paymentBy(['不计收支', ''], word);
  test.each([
    ['closed', [unpaid('等待付款'), unpaid('交易关闭')], { status: 'cancelled' }],
    ['paid', [unpaid('等待付款'), payment()], { status: 'completed', orderPaidFen: 3900 }],
    [
      'paid and given back',
      [unpaid('等待付款'), payment(), payment('交易关闭')],
      { status: 'refunded', orderPaidFen: 3900 },
    ],
  ])('an order that one file knows unpaid is %s in another', async (_title, lines, expected) => {
    const files = lines.map((line) => alipay(line));
    for (const some of [files, files.toReversed()]) {
      const { purchases } = await look(...some);
      expect(purchases).toMatchObject([expected]);
      expect(purchases[0]?.orderPaidFen).toBe('orderPaidFen' in expected ? 3900 : undefined);
    }
  });

  test('a payment that nobody can read leaves no sum of the others', async () => {
    const { purchases } = await look(alipay(payment('交易成功', 'abc'), rest('交易成功')));
    expect(purchases.map(({ orderPaidFen, status }) => [orderPaidFen, status])).toEqual([[undefined, 'completed']]);
  });

  test('a refund that a table program wrote again without its seconds is the same', async () => {
    const { purchases } = await look(
      alipay(payment(), refund('9.00', '2026-02-01 09:00:20')),
      alipay(refund('9.00', '2026-02-01 09:00:00')),
    );
    expect(purchases).toMatchObject([{ refundedFen: 900 }]);
  });

  test('of two words on what came back the further one counts, whichever is read first', async () => {
    const jd = (sum: string) =>
      made(
        'jd',
        `2026-01-05 10:01:00\t,京东平台商户,示例商品,${sum},微信支付,交易成功,支出,电脑办公,300000000001\t,1\t, ,`,
      );
    const files = [jd('39.00(已退款5.00)'), jd('39.00(已退款8.00)'), jd('39.00(已全额退款)')];
    const read = async (some: Uint8Array[]) => (await look(...some)).purchases;
    for (const some of [files, files.toReversed()]) expect(await read(some)).toMatchObject([{ status: 'refunded' }]);
    for (const some of [files.slice(0, 2), files.slice(0, 2).toReversed()])
      expect(await read(some)).toMatchObject([{ status: 'completed', refundedFen: 800 }]);
  });

  test('the same payment in the bills of a shop and of a wallet is not added up', async () => {
    const jd = made(
      'jd',
      '2026-01-05 10:01:00\t,京东平台商户,示例商品,20.61,微信支付,交易成功,支出,电脑办公,300000000001\t,1\t, ,',
    );
    const wechat = made(
      'wechat',
      '2026-01-05 10:01:00,商户消费,京东,"京东-订单编号300000000001",支出,¥20.61,零钱,支付成功,"41\t","11\t","/"',
    );
    const { purchases } = await look(jd, wechat);
    expect(purchases.map(({ orderPaidFen }) => orderPaidFen)).toEqual([2061, 2061]);
  });

  test('a refund that fits none is told apart from other money matters', async () => {
    const nobodys = '2026-02-01 09:00:00,退款,某某,x,退款-早餐,不计收支,5.00,账户余额,退款成功,77_1\t,88\t,,';
    const { files, stray, nameless } = await look(alipay(refund(), nobodys));
    expect(files).toMatchObject([{ purchases: 0, skipped: 0 }]);
    expect([stray.map(({ orderId }) => orderId), nameless]).toEqual([[order], 1]);
  });

  test('more purchases than anybody makes are refused in all', async () => {
    const many = Array.from({ length: 130_000 }, (_line, n) => payment('交易成功', '1.00', String(n))).join('\n');
    const { files } = await look(alipay(many), alipay(many));
    expect(files.map(({ why }) => why)).toEqual([undefined, 'too-many']);
  }, 120_000);
});

describe('a refund whose payment the ledger has', () => {
  let db: LedgerDb;
  let names = 0;
  beforeEach(async () => {
    db = await openLedger({ name: `stray-${String((names += 1))}` });
  });
  const keyed = (purchases: readonly Purchase[]) => purchases.map((each) => keyedPurchase(() => 'ali', each));
  const take = async (at: number, ...files: Uint8Array[]) => {
    const { purchases, stray } = await look(...files);
    return addPurchases(db, keyed([...purchases, ...stray]), { at, zoneMinutes: 480 });
  };
  const orders = () => db.getAll('orders');
  const sound = async () => isSound(await verifyLedger(db));

  test('is added to it, once, however often its file is imported', async () => {
    expect(await take(1, alipay(payment()))).toBe(1);
    expect(await take(2, alipay(refund()))).toBe(1);
    expect(await take(3, alipay(refund()))).toBe(0);
    expect(await take(4, alipay(payment(), refund()))).toBe(0);
    expect(await orders()).toMatchObject([{ status: 'completed', orderPaidFen: 3900, refundedFen: 1900 }]);
    expect(await sound()).toBe(true);
  });

  test('is added to another one of another file, until all came back', async () => {
    await take(1, alipay(payment(), refund('9.00')));
    await take(2, alipay(refund('10.00', '2026-02-02 09:00:00')));
    expect(await orders()).toMatchObject([{ status: 'completed', refundedFen: 1900 }]);
    await take(3, alipay(refund('20.00', '2026-02-03 09:00:00')));
    expect(await orders()).toMatchObject([{ status: 'refunded', refundedFen: 3900 }]);
    expect(await take(4, alipay(payment(), refund('9.00')))).toBe(0);
    expect(await sound()).toBe(true);
  });

  test('is nothing where the ledger has no such order', async () => {
    await take(1, alipay(payment()));
    const { stray } = await look(alipay(refund(), refund('1.00', '2026-02-04 09:00:00', '4000000000000000999')));
    expect(await areKnownOrders(db, keyed(stray))).toEqual([true, false]);
    expect(await countNews(db, keyed(stray), { at: 2, zoneMinutes: 480 })).toBe(1);
    await addPurchases(db, keyed(stray), { at: 2, zoneMinutes: 480 });
    expect(await orders()).toHaveLength(1);
  });

  test('is nothing at all in a ledger without orders', async () => {
    const { stray } = await look(alipay(refund()));
    expect(await areKnownOrders(db, keyed(stray))).toEqual([false]);
  });
});
