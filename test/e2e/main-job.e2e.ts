import { describe, expect, test } from 'vitest';
import { items, jdOrdersUrl, taobaoOrdersUrl } from '../replica/truth';
import { browserKinds } from './browsers';
import { eventually } from './support/eventually';
import { known } from './support/notes';
import {
  connect,
  named,
  openPopup,
  pressInRow,
  readGroups,
  readText,
  showTab,
  type TabName,
  words,
} from './support/popup';
import { collect, followHere, followThere } from './support/reader';
import { type Stage, useStage } from './support/stage';

const shops = ['taobao', 'tmall', 'jd'] as const;

/** Group by group: its name, and the item of each row. */
async function titlesIn(stage: Stage, tab: TabName): Promise<Record<string, string[]>> {
  const popup = await openPopup(stage);
  await showTab(popup, tab);
  const groups = await readGroups(popup);
  await popup.close();
  const titles = Object.values(items).map(({ title }) => title);
  const titleOf = (row: string) => titles.find((title) => row.includes(title)) ?? row;
  return Object.fromEntries(groups.map(({ name, rows }) => [name, rows.map(titleOf).sort()]));
}

const saved = {
  'JD.com, 3 items': [items.earbuds.title, items.lamp.title, items.kettle.title].sort(),
  'Taobao, 1 item': [items.bag.title],
  'Tmall, 1 item': [items.serum.title],
  'Xiaohongshu, 1 item': [items.candle.title],
};

const purchased = {
  'JD.com, 2 items': [items.earbuds.title, items.lamp.title].sort(),
  'Taobao, 1 item': [items.bag.title],
  'Tmall, 1 item': [items.serum.title],
  // Bought without any note.
  'JD.com, 2 orders': [items.rice.title, items.towel.title].sort(),
  'Taobao, 1 order': [items.cup.title],
};

describe.each(browserKinds)('in %s, what was saved from notes stands against what was bought', (kind) => {
  const stage = useStage(kind);

  test('notes are read, links followed, things saved', async () => {
    await connect(stage, shops);
    const page = await stage.driver.page();
    await followHere(page, known.bedroom);
    await collect(page, known.bedroom);
    const tab = await followThere(stage, page, known.serum);
    await stage.untilLedger('the serum was visited', ({ items: rows }) =>
      rows.some(({ key, state }) => key === items.serum.key && state === 'visited'),
    );
    await tab.close();
    await collect(page, known.serum);
    await followHere(page, known.tote);
    await page.goto(known.tote.url);
    const popup = await openPopup(stage, known.tote.url);
    await showTab(popup, 'This page');
    await pressInRow(popup, items.bag.title, words.actions.save);
    await popup.waitForSelector(named('button', words.actions.unsave));
    await popup.close();
    await collect(page, known.kettle);
    await eventually(() => titlesIn(stage, 'Saved')).toMatchObject({ 'Taobao, 1 item': [items.bag.title] });
  });

  test('a union short link learns its item where it lands', async () => {
    const page = await stage.driver.page();
    await collect(page, known.earbuds);
    const isOpaque = ({ key }: { key: string }) => key.startsWith('https://u.jd.com/');
    await stage.untilLedger('the short link is saved', (ledger) => ledger.items.some(isOpaque));
    await followHere(page, known.earbuds);
    const ledger = await stage.untilLedger('the item is known', (each) => !each.items.some(isOpaque));
    expect(ledger.items.find(({ key }) => key === items.earbuds.key)).toMatchObject({
      state: 'saved',
      note: { id: known.earbuds.id },
      title: items.earbuds.title,
      priceFen: items.earbuds.priceFen,
    });
  });

  test('what was saved is there, platform by platform, after a restart too', async () => {
    await eventually(() => titlesIn(stage, 'Saved')).toEqual(saved);
    await stage.restart();
    await eventually(() => titlesIn(stage, 'Saved')).toEqual(saved);
    expect(await titlesIn(stage, 'Purchased')).toEqual({});
  });

  test('orders are read, and what came from a note is told apart', async () => {
    const page = await stage.driver.page(taobaoOrdersUrl);
    await stage.untilLedger('the Taobao orders are read', ({ orders }) => orders.length >= 5);
    await page.goto(jdOrdersUrl);
    await eventually(() => titlesIn(stage, 'Purchased')).toEqual(purchased);
    expect(await titlesIn(stage, 'Saved')).toEqual(saved);
  });

  test('all of it is there after one more restart', async () => {
    await stage.restart();
    await eventually(() => titlesIn(stage, 'Saved')).toEqual(saved);
    expect(await titlesIn(stage, 'Purchased')).toEqual(purchased);
    const popup = await openPopup(stage);
    await showTab(popup, 'Purchased');
    await popup.waitForSelector('[role="img"][aria-label="JD.com: 3 saved, 2 purchased"]');
    expect(await readText(popup)).toContain(words.orders.title);
  });
});
