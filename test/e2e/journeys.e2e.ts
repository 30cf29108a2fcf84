import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as truth from '../replica/truth';
import type { TruthNote } from '../replica/truth';
import { inBothOr, click } from './browsers';
import { writeBill } from './support/bill-file';
import { chooseFile, openDashboard, press, untilSaid } from './support/dashboard';
import { eventually } from './support/eventually';
import { known } from './support/notes';
import { connect, pressInRow, words } from './support/popup';
import { followCard, followHere, followThere } from './support/reader';
import { type Stage, useStage } from './support/stage';

const { items } = truth;
const shops = ['taobao', 'tmall', 'jd', 'pinduoduo', 'vipshop', 'meituan'] as const;

interface Road {
  shop: string;
  note: TruthNote;
  item: { key: string; title: string };
  opens: keyof typeof follows;
  /** What the buttons of the item's page tell, as far as the shop's web pages tell anything of it. */
  done: string[];
  /** Where the orders come from: a page, or a bill. */
  ordersUrl: string | 'bill';
  /** Orders that name no item belong to one only when the person has said so. */
  isAsked?: boolean;
}

const inCart = ['favourited inferred', 'carted inferred'];

const roads: readonly Road[] = [
  {
    shop: 'Taobao',
    note: known.tote,
    item: items.bag,
    opens: 'here',
    done: inCart,
    ordersUrl: truth.taobaoOrdersUrl,
  },
  {
    shop: 'Tmall',
    note: known.serum,
    item: items.serum,
    opens: 'there',
    done: inCart,
    ordersUrl: truth.taobaoOrdersUrl,
  },
  {
    shop: 'JD',
    note: known.bedroom,
    item: items.lamp,
    opens: 'here',
    done: ['carted observed'],
    ordersUrl: truth.jdOrdersUrl,
  },
  // No cart on the web, or none that an address tells of
  {
    shop: 'Pinduoduo',
    note: known.tissue,
    item: items.tissue,
    opens: 'here',
    done: [],
    ordersUrl: truth.pddOrdersUrl,
  },
  { shop: 'Vipshop', note: known.coat, item: items.coat, opens: 'there', done: [], ordersUrl: truth.vipOrdersUrl },
  {
    shop: 'Meituan',
    note: known.hotpot,
    item: items.hotpot,
    opens: 'there',
    done: [],
    ordersUrl: truth.meituanOrdersUrl,
    isAsked: true,
  },
  {
    shop: 'Xiaohongshu',
    note: known.teapot,
    item: items.teapot,
    opens: 'card',
    done: [],
    ordersUrl: 'bill',
    isAsked: true,
  },
];

const reached = ['seen observed', 'clicked observed', 'landed observed'];
const boughtSteps = ({ done, ordersUrl }: Road) => [
  ...reached,
  ...done,
  `bought ${ordersUrl === 'bill' ? 'imported' : 'observed'}`,
];
const allSteps = (road: Road) => [
  ...boughtSteps(road),
  `refunded ${road.ordersUrl === 'bill' ? 'imported' : 'observed'}`,
];

/** The steps of an item as they lie in the ledger, each with its evidence. */
async function journey(stage: Stage, key: string): Promise<string[]> {
  const row = (await stage.ledger()).items.find((item) => item.key === key);
  return (row?.journey ?? []).map(({ step, evidence }) => `${step} ${evidence}`).sort();
}

const follows = {
  here: async (_stage: Stage, page: Page, note: TruthNote) => {
    await followHere(page, note);
    return page;
  },
  there: followThere,
  card: followCard,
};

/** Follows the note's link, and favourites and puts into the cart what it leads to, as far as its shop tells. */
async function travel(stage: Stage, { note, item, done, opens }: Road): Promise<void> {
  const page = await follows[opens](stage, await stage.driver.page(), note);
  await eventually(() => journey(stage, item.key)).toContain('landed observed');
  for (const told of done) {
    await click(page, told.startsWith('carted') ? '#add-cart' : '#favourite');
    await eventually(() => journey(stage, item.key)).toContain(told);
  }
  await page.close();
}

/** Imports Alipay's bill of one payment to Xiaohongshu, from the file to the end of the import. */
async function importBill(stage: Stage, { item }: Road, { isBack }: { isBack: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bacao-bill-'));
  const file = await writeBill(folder, [{ ...xhsPayment(item.title), isBack }]);
  const page = await openDashboard(stage, 'purchases', 'bills');
  await chooseFile(page, file);
  await press(page, words.bills.start[1].replace('$1', '1'));
  await untilSaid(page, words.bills.done);
  await page.close();
  rmSync(folder, { recursive: true });
}

const paidAt = { ms: 0 };
const xhsPayment = (title: string) => ({
  at: (paidAt.ms ||= Date.now()),
  shop: '行吟信息科技（上海）有限公司',
  title,
  fen: items.teapot.priceFen,
  number: '2026112222001400000000000417',
  order: 'P712345678901234417',
});

/** Says of the order, in the list of what may belong together, that it is the item. */
async function sayYes(stage: Stage, { item }: Road): Promise<void> {
  const page = await openDashboard(stage, 'matching');
  await pressInRow(page, item.title, words.matching.same);
  await untilSaid(page, words.matching.joined.split('“')[0] ?? '');
  await page.close();
}

async function openOrders(stage: Stage, road: Road, isBack: boolean): Promise<void> {
  if (road.ordersUrl === 'bill') return importBill(stage, road, { isBack });
  const page = await stage.driver.page(road.ordersUrl);
  const { title } = road.item;
  const status = isBack ? ['refunded'] : ['paid', 'shipped', 'completed'];
  await eventually(async () => {
    const rows = (await stage.ledger()).orders.filter((order) => order.title === title);
    return rows.map((order) => status.includes(order.status));
  }).toEqual([true]);
  await page.close();
}

/** The item's way as the person sees it: step and evidence, in the words of the page. */
async function shownJourney(stage: Stage, key: string): Promise<string[]> {
  const page = await stage.driver.openExtensionPage(`dashboard.html?view=items&item=${encodeURIComponent(key)}`);
  await page.waitForSelector('.timeline__step');
  const rows = await page.$$eval('.timeline__step', (steps) =>
    steps.map((step) =>
      ['.timeline__name', '.timeline__evidence'].map((part) => step.querySelector(part)?.textContent).join(': '),
    ),
  );
  await page.close();
  return rows;
}

const wordFor = (told: string) => {
  const [step = '', evidence = ''] = told.split(' ');
  const { journey: steps, evidence: evidences } = words;
  return `${steps[step as keyof typeof steps]}: ${evidences[evidence as keyof typeof evidences]}`;
};

describe.each(inBothOr('chromium'))('from note to refund in %s', (kind) => {
  const stage = useStage(kind);
  beforeAll(() => connect(stage, shops), 240_000);
  afterAll(() => {
    paidAt.ms = 0;
  });

  test.each(roads)('$shop: seen on a note, followed, landed, and what the shop tells of the cart', async (road) => {
    await travel(stage, road);
    expect(await journey(stage, road.item.key)).toEqual([...reached, ...road.done].sort());
  });

  test.each(roads)('$shop: its order is the purchase of the item', async (road) => {
    await openOrders(stage, road, false);
    if (road.isAsked) {
      expect(await journey(stage, road.item.key)).toEqual([...reached, ...road.done].sort());
      await sayYes(stage, road);
    }
    await eventually(() => journey(stage, road.item.key)).toEqual(boughtSteps(road).sort());
  });

  test.each(roads)('$shop: given back, and the dashboard tells the whole way with its evidence', async (road) => {
    stage.replica.refundOrders();
    await openOrders(stage, road, true);
    await eventually(() => journey(stage, road.item.key)).toEqual(allSteps(road).sort());
    expect((await shownJourney(stage, road.item.key)).sort()).toEqual(allSteps(road).map(wordFor).sort());
    const { items: rows } = await stage.ledger();
    expect(rows.find(({ key }) => key === road.item.key)?.state).toBe('refunded');
  });

  test('orders of another account count when the person has said that they are theirs', async () => {
    const count = async () => (await stage.ledger()).orders.length;
    const before = await count();
    const page = await stage.driver.page(`${truth.taobaoOrdersUrl}?replica-account=other`);
    await eventually(async () => {
      const { coverage } = await stage.ledger();
      return coverage.flatMap((row) => Object.keys(row.unread));
    }).toContain('other-account: no-data');
    expect(await count()).toBe(before);
    const own = await openDashboard(stage, 'purchases', 'buyer');
    await press(own, words.buyer.mine);
    await untilSaid(own, words.buyer.saidMine);
    await own.close();
    await page.reload();
    await eventually(async () => (await count()) > before).toBe(true);
  });
});
