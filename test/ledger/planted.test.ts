// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { gunzipSync, unzipSync } from 'fflate';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { readBill } from '@/utils/bills';
import type { Purchase } from '@/utils/core/types';
import { listStream } from '@/utils/export/list/write';
import { openBundle } from '@/utils/export/read/bundle';
import { bundleFormats } from '@/utils/export/write/table-set';
import { startBackup } from '@/utils/ledger/backup/write';
import { appendEvents } from '@/utils/ledger/append';
import { exportKey, exportSource } from '@/utils/ledger/export-source';
import { openLedger } from '@/utils/ledger/open';
import { itemPages } from '@/utils/ledger/order-lines';
import { addPurchases, keyedPurchase } from '@/utils/ledger/purchases';
import type { LedgerDb } from '@/utils/ledger/schema';
import { identityOf } from '@/utils/links/list';
import { readOrders } from '@/utils/platforms';
import { noImports } from '../backup/support';
import { bundleFile } from '../export/collect';
import { madeTerms } from '../export/made-terms';
import { bills, bytesOf, readBytes } from '../bills/files';
import { orderFixtures, readFixture } from '../platforms/fixtures';
import * as made from './made-events';

/** Who bought, where they live and how they pay: put into every page, answer and bill there is. */
const planted = {
  receiver: '林小满PLANTED',
  phone: '13000001234',
  address: '虚构路12弄3号PLANTED',
  account: 'planted_account',
  card: '示例银行信用卡(7449)',
  buyer: '2200009999887',
};

const person = {
  deliveryInfo: { fullName: planted.receiver, mobile: planted.phone, address: planted.address },
  receiveName: planted.receiver,
  receive_name: planted.receiver,
  mobile: planted.phone,
  address: planted.address,
  buyerNick: planted.account,
  buyer: { nick: planted.account, id: planted.buyer },
};

/** With the person beside everything that is an object. */
function plantIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plantIn);
  if (typeof value !== 'object' || value === null) return value;
  return { ...person, ...Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plantIn(inner)])) };
}

const cell = `<td><div class="consignee tooltip" data-receiver="${planted.receiver}" data-mobile="${planted.phone}"><span class="txt">${planted.receiver}</span><p>${planted.address}</p><p>${planted.account}</p></div></td>`;

function plantedPage(name: string): string {
  const text = readFixture(name);
  if (name.endsWith('.html'))
    return text
      .replaceAll('</tr>', `${cell}</tr>`)
      .replaceAll('<tbody data-', `<tbody data-receiver="${planted.receiver}" data-mobile="${planted.phone}" data-`)
      .replace('<body>', `<body><div class="nickname">${planted.account}</div>`);
  try {
    return JSON.stringify(plantIn(JSON.parse(text.replace(/(:\s*)(\d{16,})/g, '$1"$2"'))));
  } catch {
    return text; // JSONP
  }
}

const head = `姓名：${planted.receiver}\n支付宝账户：${planted.account}@example.com\n微信昵称：[${planted.account}]\n京东账号名：${planted.account}\n`;

/** A bill with its owner's names before the lines, and the owner's card and the shop's account in every line. */
function plantedBill(name: string): Uint8Array {
  if (name.endsWith('.xlsx')) return readBytes(name);
  const text = new TextDecoder(name.includes('gbk') ? 'gb18030' : 'utf-8').decode(readBytes(name));
  const owned = text.replaceAll('余额宝', planted.card).replaceAll('零钱,', `${planted.card},`);
  return bytesOf(head + owned.replace(/[a-z*]{6}@[a-z.]+/g, `${planted.account}@example.com`));
}

const readings: Purchase[] = [
  ...orderFixtures.flatMap(([name, { page = '' }]) => readOrders(page, plantedPage(name)).found),
  ...[...bills.map(([name]) => name), 'made-meituan-bill.csv'].flatMap(
    (name) => readBill(plantedBill(name), name).found,
  ),
];
const orderIds = [...new Set(readings.map(({ orderId }) => orderId))];
const secrets = [...Object.values(planted), 'PLANTED', ...orderIds];

/** None of it may be there: as it is, or as the bytes of a text in another encoding. */
const leaks = (text: string) => secrets.filter((secret) => text.includes(secret));

const words: string[] = [];
const say = (...all: unknown[]) => void words.push(all.map(String).join(' '));

let db: LedgerDb;
beforeAll(async () => {
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation(say);
  db = await openLedger({ name: 'planted' });
  const moment = { at: made.start, zoneMinutes: 480 };
  const keyed = readings.map((each) => keyedPurchase((platform) => identityOf(platform)?.space, each));
  await appendEvents(db, [
    made.note(0),
    ...keyed.flatMap(({ itemKey }, at) => (itemKey ? [sightingOf(itemKey, at)] : [])),
  ]);
  await addPurchases(db, keyed, moment);
});
afterEach(() => expect(leaks(words.join('\n'))).toEqual([]));

function sightingOf(key: string, at: number) {
  const [space = '', itemId = ''] = key.split(':');
  const platform = { ali: 'taobao', pdd: 'pinduoduo', vip: 'vipshop', mt: 'meituan' }[space] ?? space;
  return made.sighting(-40 * 86_400_000 + at, { ...made.jdItem, platform, key, itemId, itemKey: key });
}

test('there is something to keep, and something to hide', async () => {
  expect(orderIds.length).toBeGreaterThan(30);
  expect((await db.getAll('orders')).length).toBeGreaterThan(30);
  const pages = orderFixtures.map(([name]) => plantedPage(name)).join('\n');
  const files = bills.map(([name]) => new TextDecoder().decode(plantedBill(name))).join('\n');
  for (const secret of [planted.receiver, planted.phone, planted.address, planted.account, planted.buyer])
    expect(pages).toContain(secret);
  for (const secret of [planted.receiver, planted.account, planted.card]) expect(files).toContain(secret);
  expect(Math.min(...orderIds.map(({ length }) => length))).toBeGreaterThan(5);
});

test('in no store of the ledger', async () => {
  for (const store of db.objectStoreNames) {
    const [rows, keys] = [await db.getAll(store), await db.getAllKeys(store)];
    expect([store, leaks(JSON.stringify([rows, keys]))]).toEqual([store, []]);
  }
});

describe('in no file that leaves', () => {
  test.each(['csv', 'json'] as const)('the own list as %s', async (format) => {
    const text = await new Response(listStream(itemPages(db), { format, now: made.start })).text();
    expect(text.split('\n').length).toBeGreaterThan(10);
    expect(leaks(text)).toEqual([]);
  });

  test.each(bundleFormats)('a study’s archive as %s, with its cells', async (format) => {
    const all = { from: 0, to: made.start + 400 * 86_400_000 };
    for (const tier of ['T1', 'T2'] as const) {
      const terms = madeTerms({
        study: { tier },
        participant: { consentedAt: 0, observedFrom: 0, observedTo: all.to },
      });
      const own = { ...terms, device: { ...terms.device, key: await exportKey(db) } };
      const { file } = await bundleFile(exportSource(db, all), own, { format });
      const members = Object.entries(unzipSync(new Uint8Array(await file.arrayBuffer())));
      const texts = members.flatMap(([path, bytes]) => [
        path,
        new TextDecoder().decode(bytes),
        new TextDecoder('latin1').decode(bytes),
      ]);
      let orders = 0;
      const opened = await openBundle(file);
      for (const { table } of opened.files)
        for await (const page of opened.rows(table)) {
          texts.push(JSON.stringify(page));
          orders += table === 'orders' ? page.length : 0;
        }
      // CSV is not opened again: its lines are its rows
      if (format === 'csv')
        orders = (texts[texts.findIndex((text) => text.endsWith('orders.csv')) + 1] ?? '').split('\n').length;
      expect(orders).toBeGreaterThan(10);
      expect(leaks(texts.join('\n'))).toEqual([]);
    }
  });

  test('the backup, unpacked', async () => {
    const { stream } = await startBackup(db, { now: made.start, app: 'test', settings: {}, ...noImports });
    const text = new TextDecoder().decode(gunzipSync(new Uint8Array(await new Response(stream).arrayBuffer())));
    expect(text.split('\n').length).toBeGreaterThan(30);
    expect(leaks(text)).toEqual([]);
  });
});

test('a number as long as an order’s is no part of a name', () => {
  const titles = [
    '美团商家代金券-290037580768165674',
    '订单4000000000000000101的尾款',
    'ISBN 9787020002207',
    '290037580768165674',
  ];
  const made = titles.map((title) => keyedPurchase(() => 'mt', { ...(readings[0] as Purchase), title }).title);
  expect(made).toEqual(['美团商家代金券', '订单的尾款', 'ISBN 9787020002207', '']);
});

describe('a mobile number is no part of a name', () => {
  const keyed = (title: string) => keyedPurchase(() => 'jd', { ...(readings[0] as Purchase), title, shop: title });

  test.each([
    ['话费充值 13912345678', '话费充值'],
    ['手机充值-13912345678-100元', '手机充值-100元'],
    ['给19912345678充值', '给充值'],
    ['+86 13912345678 话费 15800001111', '话费'],
    ['8613912345678话费', '话费'],
    ['话费 008613912345678', '话费'],
    ['（１３９１２３４５６７８）话费１００元', '（）话费１００元'],
    ['话费　＋８６１３９１２３４５６７８', '话费'],
    ['139-1234-5678 话费', '话费'],
    ['手机充值-139-1234-5678-100元', '手机充值-100元'],
    ['话费 +86 139 1234 5678', '话费'],
    ['话费86-139-1234-5678', '话费'],
    ['老板138 1234 5678的木板', '老板的木板'],
    ['定制 138-1234-5678（VX同号）', '定制（VX同号）'],
    ['定制 138 1234 5678 wechat', '定制 wechat'],
    ['定制 138-1234-5678vx', '定制vx'],
    ['150 1200 2400 张三', '张三'],
    ['木板150 1200 2400', '木板'],
    ['138 1234 5678 升级5G套餐', '升级5G套餐'],
    ['充值规格：138 1234 5678', '充值规格：'],
  ])('in %s', (title, expected) => {
    expect(keyed(title)).toMatchObject({ title: expected, shop: expected });
  });

  test.each([
    ...['型号12912345678', '编号139123456789', '条码6913912345678', '139****5678', '1391234567 件', 'V13-9123'],
    ...['货号139-1234-5678-01', '型号V139-1234-5678', '2026-139-1234-5678', '139-1234 5678', '13-91234-5678'],
    ...[
      '券￥199 1999 2999',
      '满减100 199 1999 2999',
      '199 1999 2999元',
      '板150 1200 2400mm',
      '木板150 1200 2400毫米',
      '木板 150-1200-2400 毫米',
      '隔板150 1200 2400（厘米）',
      '隔板150 1200 2400 (mm)',
      '玻璃 尺寸：150 1200 2400',
      '三档199 1999 2999起',
      '棉线180 2000 3000克',
      '０１３９１２３４５６７８',
    ],
    ...['86 件', '１２３㎏①'],
  ])('%s is none', (title) => {
    expect(keyed(title)).toMatchObject({ title, shop: title });
  });

  test('and a shop that is called by nothing else has no name', () => {
    expect(keyed('13912345678')).not.toHaveProperty('shop');
  });
});
