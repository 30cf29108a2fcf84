import { beforeAll, describe, expect, test } from 'vitest';
import * as truth from '../replica/truth';
import { click, mainly } from './browsers';
import { eventually } from './support/eventually';
import { readStorage } from './support/ledger';
import { known } from './support/notes';
import { connect, named, openPopup, press, words } from './support/popup';
import { followThere } from './support/reader';
import { type Stage, useStage } from './support/stage';

const { items, shopOrders } = truth;
const shops = ['taobao', 'tmall', 'jd', 'pinduoduo', 'vipshop', 'meituan'] as const;

/** Every list that needs no press, with something that it shows. */
const lists: readonly (readonly [url: string, title: string])[] = [
  [truth.taobaoOrdersUrl, items.bag.title],
  [truth.jdOrdersUrl, items.lamp.title],
  [truth.pddOrdersUrl, items.tissue.title],
  [truth.vipOrdersUrl, items.coat.title],
  [truth.meituanOrdersUrl, items.hotpot.title],
];

const reached = ['seen observed', 'clicked observed', 'landed observed'];

const titles = async (stage: Stage) => (await stage.ledger()).orders.map(({ title }) => title);

/** The steps of an item, each with its evidence. */
async function journey(stage: Stage, key: string): Promise<string[]> {
  const row = (await stage.ledger()).items.find((item) => item.key === key);
  return (row?.journey ?? []).map(({ step, evidence }) => `${step} ${evidence}`).sort();
}

/** What could not be read on order pages so far. */
async function unread(stage: Stage): Promise<string[]> {
  const { coverage } = await stage.ledger();
  return coverage.filter(({ kind }) => kind === 'orders').flatMap((row) => Object.keys(row.unread));
}

describe.each(mainly('firefox'))('in %s', (kind) => {
  const stage = useStage(kind);
  beforeAll(() => connect(stage, shops), 240_000);

  test('Meituan’s list names no item: its orders are read, and stand for themselves', async () => {
    const tab = await followThere(stage, await stage.driver.page(), known.hotpot);
    await eventually(() => journey(stage, items.hotpot.key)).toEqual([...reached].sort());
    await tab.goto(truth.meituanOrdersUrl);
    await eventually(() => titles(stage)).toContain(items.hotpot.title);
  });

  test('what a list loads by itself is read: today’s, later pages, the phone’s', { timeout: 60_000 }, async () => {
    const page = await stage.driver.page(truth.boughtNewUrl);
    await eventually(() => titles(stage)).toContain(shopOrders.boughtNew.item.title);
    await page.goto(truth.taobaoOrdersUrl);
    await click(page, '.pagination-next');
    await eventually(() => titles(stage)).toContain(shopOrders.boughtLater.item.title); // in GBK
    await page.goto(truth.boughtPhoneUrl);
    await eventually(() => titles(stage)).toContain(shopOrders.boughtPhone.item.title); // by JSONP
    await page.goto(truth.pddOrdersUrl);
    await eventually(() => titles(stage)).toContain(shopOrders.pddLater.item.title);
    await page.goto(truth.vipOrdersUrl);
    await eventually(() => titles(stage)).toContain(shopOrders.vip.item.title);
    const paid = (await stage.ledger()).orders.map(({ title, orderPaidFen }) => [title, orderPaidFen]);
    for (const { item, fen } of Object.values(shopOrders)) expect(paid).toContainEqual([item.title, fen]);
  });

  test('an expired session is no data, and takes nothing back', async () => {
    const page = await stage.driver.page(truth.jdOrdersUrl);
    await eventually(() => titles(stage)).toContain(items.lamp.title);
    const before = await titles(stage);
    await page.goto(`${truth.boughtNewUrl}&replica-session=expired`);
    await page.waitForFunction("document.title === 'expired'");
    await page.goto(truth.jdOrdersUrl);
    await eventually(() => unread(stage)).toContain('answer: no-data');
    expect(await titles(stage)).toEqual(before);
  });

  test('a page cannot make a purchase that its list does not show', async () => {
    const page = await stage.driver.page(`${truth.taobaoOrdersUrl}?replica-forge=1`);
    await page.waitForFunction("document.title === 'forged'");
    await page.goto(truth.jdOrdersUrl);
    await eventually(() => unread(stage)).toContain('unshown[0]: no-data');
    expect(await titles(stage)).not.toContain(truth.forgedOrder.item.title);
  });

  test('the page after an order dates it', async () => {
    const order = truth.truthOrders.find((each) => each.page === 'jd' && each.kind === 'unpaid');
    await stage.driver.page(`https://success.jd.com/success/success.action?orderId=${order?.orderId ?? ''}&rid=1`);
    const placed = async () => (await stage.ledger()).orders.filter(({ placedAt }) => placedAt !== undefined);
    await eventually(async () => (await placed()).map(({ title }) => title)).toEqual([order?.lines[0]?.title]);
  });

  test('order numbers, receivers, phones and addresses stand nowhere', { timeout: 60_000 }, async () => {
    const { own } = stage;
    const page = await stage.driver.page();
    for (const [url, title] of lists) {
      await page.goto(url);
      await eventually(() => titles(stage)).toContain(title);
    }
    const everything = JSON.stringify([
      await stage.ledger(),
      await readStorage(own),
      await own.evaluate('chrome.storage.session.get(null)'),
    ]);
    expect(everything).toContain(shopOrders.boughtNew.item.title);
    const numbers = [...truth.truthOrders.map(({ orderId }) => orderId), truth.forgedOrder.id].concat(
      Object.values(shopOrders).map(({ id }) => id),
    );
    const secrets = [...Object.values(truth.planted), 'PLANTED', ...numbers];
    expect(secrets.filter((secret) => everything.includes(secret))).toEqual([]);
  });

  test('the copier can be turned off: then nothing of the page’s is wrapped', async () => {
    await stage.clear();
    await connect(stage, shops);
    const isOwn = "String(window.fetch).includes('fetch')";
    const before = await stage.driver.page(truth.boughtNewUrl);
    expect(await before.evaluate(isOwn)).toBe(false);
    const popup = await openPopup(stage);
    await press(popup, words.settings.open);
    await press(popup, words.copies.label, 'switch');
    await popup.waitForSelector(`${named('switch', words.copies.label)}`);
    const registered = () =>
      popup.evaluate('chrome.scripting.getRegisteredContentScripts().then((all) => all.map(({ id }) => id))');
    await eventually(async () => String(await registered())).not.toContain('orders-tap');
    await stage.clear();
    const page = await stage.driver.page(truth.boughtNewUrl);
    await page.waitForSelector('#list li');
    expect(await page.evaluate(isOwn)).toBe(true);
    await page.goto(truth.jdOrdersUrl);
    await eventually(() => titles(stage)).toContain(items.lamp.title);
    expect(await titles(stage)).not.toContain(shopOrders.boughtNew.item.title);
  });
});
