import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Replica, startReplica } from '../replica';
import { jdOrdersUrl, planted, taobaoOrdersUrl, truthOrders } from '../replica/truth';
import { parse } from './dom';
import { get } from './get';

const now = Date.UTC(2026, 10, 3, 18, 30, 15);

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica({ now });
});
afterAll(() => replica.close());

/** The literal as field notes read it: cut out, un-escaped, long numbers quoted, parsed. */
async function taobaoData() {
  const { text } = await get(replica, taobaoOrdersUrl);
  const literal = /var data = JSON\.parse\('([\s\S]*?)'\);\s*\n/.exec(text)?.[1] ?? '';
  const json = literal.replace(/\\(u[0-9A-Fa-f]{4}|[\s\S])/g, (_all, part: string) =>
    part.length === 5 ? String.fromCharCode(Number.parseInt(part.slice(1), 16)) : part,
  );
  return { text, literal, data: JSON.parse(json.replace(/([:[,]\s*)(\d{16,})(?=\s*[,}\]])/g, '$1"$2"')) };
}

describe('Taobao', () => {
  const wanted = truthOrders.filter(({ page }) => page === 'taobao');

  test('the literal holds the orders of the truth', async () => {
    const { data } = await taobaoData();
    expect(data.mainOrders.map((order: { id: string }) => order.id)).toEqual(wanted.map(({ orderId }) => orderId));
    for (const [index, order] of wanted.entries()) {
      for (const [at, line] of order.lines.entries()) {
        const { itemInfo, quantity } = data.mainOrders[index].subOrders[at];
        expect([String(itemInfo.id), itemInfo.title, quantity]).toEqual([
          line.itemId,
          line.title,
          String(line.quantity),
        ]);
      }
    }
  });

  test('is ASCII with the escapes of the real page', async () => {
    const { text, literal } = await taobaoData();
    expect(Array.from(text).filter((char) => char > '~')).toEqual([]);
    expect(literal).toContain('\\"extra\\":{');
    expect(literal).toContain('\\/');
    expect(literal.replace(/\\(?:["'\\/]|u[0-9A-F]{4})/g, '')).not.toContain('\\');
  });

  test('what hangs on a note was bought just now, in Shanghai time', async () => {
    const { data } = await taobaoData();
    expect(data.mainOrders[0].orderInfo.createTime).toBe('2026-11-04 02:30:14');
    expect(data.mainOrders[0].orderInfo.createDay).toBe('2026-11-04');
  });
});

describe('JD', () => {
  const wanted = truthOrders.filter(({ page }) => page === 'jd');

  test('the list holds the orders of the truth, names still empty', async () => {
    const document = parse((await get(replica, jdOrdersUrl)).text);
    const bodies = [...document.querySelectorAll('table.order-tb > tbody')];
    expect(bodies.map(({ id }) => id)).toEqual(wanted.map(({ orderId }) => `tb-${orderId}`));
    for (const [index, order] of wanted.entries()) {
      const rows = [...bodies[index]!.querySelectorAll('tr.tr-bd .o-match')];
      expect(rows.map((row) => row.getAttribute('data-sku'))).toEqual(order.lines.map(({ itemId }) => itemId));
      expect(bodies[index]!.querySelector('.shop-txt')?.textContent).toBe(order.shop);
    }
    expect([...document.querySelectorAll('.p-name')].map(({ textContent }) => textContent.trim()).join('')).toBe('');
  });

  test('the names come by the request the page makes', async () => {
    const ids = wanted.flatMap(({ lines }) => lines.map(({ itemId }) => itemId));
    const { text } = await get(
      replica,
      'https://order.jd.com/lazy/getOrderProductInfo.action',
      `orderWareIds=${ids.join('%2C')}`,
    );
    const names = new Map(
      JSON.parse(text).map(({ productId, name }: { productId: number; name: string }) => [String(productId), name]),
    );
    for (const line of wanted.flatMap(({ lines }) => lines)) expect(names.get(line.itemId)).toBe(line.title);
  });
});

test('a reload shows the same times', async () => {
  const times = async () =>
    [...(await get(replica, jdOrdersUrl)).text.matchAll(/class="dealtime" title="([^"]+)"/g)].map(([, time]) => time);
  const first = await times();
  expect(await times()).toEqual(first);
  expect(first[0]).toBe('2026-11-04 02:30:14');
});

test('buying again sets new times', async () => {
  const other = await startReplica();
  const time = async () => /"dealtime" title="([^"]+)"/.exec((await get(other, jdOrdersUrl)).text)?.[1] ?? '';
  const before = Date.parse(`${await time()}+08:00`);
  const clock = vi.spyOn(Date, 'now').mockReturnValue(before + 3_600_000);
  other.placeOrders();
  expect(Date.parse(`${await time()}+08:00`)).toBe(before + 3_599_000);
  clock.mockRestore();
  await other.close();
});

test('a press on a button of an item’s page buys nothing yet', async () => {
  const other = await startReplica({ now });
  const clock = vi.spyOn(Date, 'now');
  const press = await get(other, 'https://h5api.m.taobao.com/h5/mtop.taobao.mercury.addCollect/1.0/', 'data=1');
  expect(press.text).toContain('SUCCESS');
  const later = Date.now() + 120_000;
  clock.mockReturnValue(later);
  const [, time = ''] = /"dealtime" title="([^"]+)"/.exec((await get(other, jdOrdersUrl)).text) ?? [];
  expect(Date.parse(`${time}+08:00`)).toBeGreaterThanOrEqual(now + 118_000);
  clock.mockRestore();
  await other.close();
});

test('both pages carry what nobody may keep', async () => {
  const { data } = await taobaoData();
  expect(JSON.stringify(data)).toContain(planted.receiver);
  const text = parse((await get(replica, jdOrdersUrl)).text).body.textContent;
  for (const secret of Object.values(planted)) expect(text).toContain(secret);
});

test('every kind of order is on each page, and purchases hang on notes', () => {
  for (const page of ['taobao', 'jd'] as const) {
    const own = truthOrders.filter((order) => order.page === page);
    expect(new Set(own.map(({ kind }) => kind))).toEqual(
      new Set(['from-note', 'no-note', 'unpaid', 'cancelled', 'unreadable']),
    );
    for (const order of own) {
      if (order.kind === 'from-note') expect(order.noteIds).not.toEqual([]);
      if (order.kind === 'no-note') expect(order.noteIds).toEqual([]);
      expect(order.paidFen !== undefined).toBe(order.kind === 'from-note' || order.kind === 'no-note');
    }
  }
});
