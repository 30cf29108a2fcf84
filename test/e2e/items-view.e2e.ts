import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { items } from '../replica/truth';
import { mainly } from './browsers';
import { addressOf, named, press, readText, untilSaid, words } from './support/dashboard';
import { eventually } from './support/eventually';
import { addItem, addSavedItems } from './support/made-rows';
import { known } from './support/notes';
import { openPopup, pressInRow, showTab } from './support/popup';
import { collect } from './support/reader';
import { type Stage, useStage } from './support/stage';

const view = words.itemsView;

async function openItems({ driver }: Stage, more = ''): Promise<Page> {
  const page = await driver.openExtensionPage(`dashboard.html?view=items${more}`);
  await page.waitForSelector('h1');
  return page;
}

/** What the table or the cards show: names alone, in their order. */
const names = (page: Page) =>
  page.$$eval('.sheet__title, .item-card__title', (found) => found.map((each) => each.textContent));

const told = (page: Page) => page.$eval('.items__count', (count) => count.textContent);

/** Puts the bag into the ledger, as reading does. */
async function collectBag(stage: Stage): Promise<void> {
  const page = await stage.driver.page();
  await collect(page, known.tote);
  await stage.untilLedger('the note is collected', ({ items: rows }) => rows.some(({ state }) => state === 'saved'));
  await page.close();
}

async function bagRow(stage: Stage) {
  return (await stage.ledger()).items.find(({ key }) => key === items.bag.key);
}

async function bagState(stage: Stage): Promise<string | undefined> {
  return (await bagRow(stage))?.state;
}

/** Foreign text in one of our sentences keeps its own direction. */
const isolated = (text: string) => `\u2068${text}\u2069`;

const choose = (title: string) => named('checkbox', view.choose.replace('$1', title));

describe.each(mainly('firefox'))('in %s, the list of items', (kind) => {
  const stage = useStage(kind);

  test('is searched, filtered, sorted, and shown as cards', async () => {
    await addSavedItems(stage.own, 120);
    const page = await openItems(stage);
    await eventually(() => told(page)).toBe(view.count.n.replace('$1', '120'));
    expect((await names(page))[0]).toBe('第0件');
    await page.focus(named('searchbox', view.search));
    await page.keyboard.type('第11');
    await eventually(() => told(page)).toBe(view.found.replace('$1', '11').replace('$2', '120'));
    await page.select(`select[aria-label="${view.state}"]`, 'dropped');
    await eventually(() => readText(page)).toContain(view.none);
    await page.select(`select[aria-label="${view.state}"]`, 'waiting');
    await eventually(async () => (await names(page)).length).toBe(11);
    await press(page, view.cards);
    await page.waitForSelector('.item-card');
    expect((await names(page)).sort()).toEqual(
      ['第11件', ...Array.from({ length: 10 }, (_, n) => `第11${String(n)}件`)].sort(),
    );
    await page.close();
  });

  test('opens an item at its own address, tells its way, and takes a word on it', async () => {
    await stage.clear();
    await collectBag(stage);
    const page = await openItems(stage);
    await press(page, items.bag.title);
    await eventually(() => page.evaluate('document.activeElement?.textContent')).toBe(items.bag.title);
    expect(await addressOf(page)).toBe(`?view=items&item=${encodeURIComponent(items.bag.key)}`);
    await eventually(() => readText(page)).toContain(words.itemDetail.journey);
    await press(page, words.actions.drop);
    await eventually(() => bagState(stage)).toBe('dropped');
    const why = await page.waitForSelector(named('combobox', words.why.label));
    await why?.select('price');
    await untilSaid(page, words.toast.whySaid.replace('$1', words.why.price));
    expect(await bagRow(stage)).toMatchObject({ state: 'dropped', why: { as: 'price' } });
    await page.click('.item-head .button--undo');
    await eventually(() => bagState(stage)).toBe('saved');
    await page.evaluate('history.back()');
    await page.waitForSelector('.sheet__title');
    expect(await addressOf(page)).toBe('?view=items');
    await page.evaluate('history.forward()');
    await page.waitForSelector(named('button', words.itemDetail.back));
    await page.close();
    const again = await openItems(stage, `&item=${encodeURIComponent(items.bag.key)}`);
    await eventually(() => readText(again)).toContain(known.tote.title);
    await press(again, words.itemDetail.back);
    await again.waitForSelector('.sheet__title');
    await again.close();
    const gone = await openItems(stage, '&item=jd%3Anothing');
    await eventually(() => readText(gone)).toContain(words.itemDetail.gone);
    await gone.close();
  });

  test('joins two items as one product, parts them, and takes both back', async () => {
    await stage.clear();
    await addSavedItems(stage.own, 12);
    const page = await openItems(stage);
    await press(page, '第1件');
    await page.waitForSelector(named('searchbox', words.same.find));
    await page.focus(named('searchbox', words.same.find));
    await page.keyboard.type('第10件');
    await press(page, words.same.joinName.replace('$1', '第10件'));
    await untilSaid(page, words.toast.joined);
    const part = named('button', words.same.partName.replace('$1', '第10件'));
    await page.waitForSelector(part);
    const groups = async () =>
      (await stage.ledger()).items.map(({ group }) => Reflect.get(Object(group), 'name')).filter(Boolean);
    expect(new Set(await groups()).size).toBe(1);
    expect(await groups()).toHaveLength(2);
    await page.click(part);
    await untilSaid(page, words.toast.parted);
    await page.waitForSelector(part, { hidden: true });
    await press(page, words.actions.undo);
    await page.waitForSelector(part);
    await press(page, '第10件');
    await page.waitForSelector(named('button', words.same.partName.replace('$1', '第1件')));
    await page.close();
    // By its own address it is there before all others are read.
    const again = await openItems(stage, '&item=jd%3A10000001');
    await again.waitForSelector(part);
    await again.close();
  });

  test('finds an item by a tag that was written down in its own view', async () => {
    await stage.clear();
    await addSavedItems(stage.own, 3);
    const page = await openItems(stage);
    await press(page, '第1件');
    await page.waitForSelector(named('button', words.tags.add));
    await page.focus(named('textbox', words.tags.name));
    await page.keyboard.type('礼物');
    await press(page, words.tags.add);
    await page.waitForSelector(named('button', words.tags.remove.replace('$1', isolated('礼物'))));
    await press(page, words.itemDetail.back);
    await page.waitForSelector('.sheet__title');
    await page.focus(named('searchbox', view.search));
    await page.keyboard.type('礼物');
    await eventually(() => names(page)).toEqual(['第1件']);
    await page.close();
  });

  test('keeps the focus on a row while it is drawn, then has it itself', async () => {
    await stage.clear();
    await addSavedItems(stage.own, 300);
    const page = await openItems(stage);
    await page.waitForSelector(choose('第3件'));
    await page.focus(choose('第3件'));
    await page.keyboard.press(' ');
    await page.waitForSelector(named('group', words.bulk.chosen['1'].replace('$1', '1')));
    const focused = () => page.evaluate('document.activeElement?.ariaLabel');
    const scrollTo = (row: number) => page.$eval('.virtual', (list, top) => void (list.scrollTop = top), row * 60);
    await scrollTo(4);
    await eventually(() => names(page)).not.toContain('第300件');
    expect(await focused()).toBe(view.choose.replace('$1', '第3件'));
    await scrollTo(200);
    await eventually(() => names(page)).toContain('第200件');
    expect(await focused()).toBe(view.rows);
    const ticked = () => page.$$eval('.virtual :checked', (found) => found.map((each) => each.ariaLabel));
    expect(await ticked()).toEqual([]);
    await scrollTo(0);
    await eventually(ticked).toEqual([view.choose.replace('$1', '第3件')]);
    await page.close();
  });

  test('does to many at once what is said once, and the other way', async () => {
    await stage.clear();
    await addSavedItems(stage.own, 30);
    const page = await openItems(stage);
    await page.waitForSelector(choose('第3件'));
    await page.click(choose('第3件'));
    await page.click(choose('第4件'));
    await page.waitForSelector(named('group', words.bulk.chosen.n.replace('$1', '2')));
    await press(page, words.actions.drop);
    await eventually(() => readText(page)).toContain(words.bulk.done.n.replace('$1', '2'));
    const dropped = async () =>
      (await stage.ledger()).items
        .filter(({ state }) => state === 'dropped')
        .map(({ title }) => title)
        .sort();
    expect(await dropped()).toEqual(['第3件', '第4件']);
    await press(page, words.actions.undo);
    await eventually(dropped).toEqual([]);
    const states = async () => {
      const { items: rows } = await stage.ledger();
      return ['第3件', '第4件', '第5件'].map((name) => rows.find(({ title }) => title === name)?.state);
    };
    for (const [deed, state] of [
      [words.actions.bought, 'bought'],
      [words.actions.undo, 'saved'],
      [words.actions.unsave, 'seen'],
      [words.actions.save, 'saved'],
    ] as const) {
      await press(page, deed);
      await eventually(states).toEqual([state, state, 'saved']);
      await eventually(() => readText(page)).toContain(words.bulk.done.n.replace('$1', '2'));
    }
    await page.click(named('checkbox', words.bulk.all));
    await page.waitForSelector(named('group', words.bulk.chosen.n.replace('$1', '30')));
    await page.close();
  });

  test('is the same in two windows and in the popup: what is said in one is seen in the others', async () => {
    await stage.clear();
    await addSavedItems(stage.own, 1);
    const [one, other] = [await openItems(stage), await openItems(stage)];
    const popup = await openPopup(stage);
    await showTab(popup, 'Saved');
    await pressInRow(popup, '第0件', words.actions.drop);
    for (const page of [one, other]) {
      await page.bringToFront(); // what nobody looks at is read when somebody does
      await eventually(() =>
        page.$$eval('.sheet__cell--3', (cells) => cells.map((cell) => cell.textContent)),
      ).toContain(words.journey.dropped);
    }
    await one.bringToFront();
    await press(one, '第0件');
    await press(one, words.actions.undo);
    await other.bringToFront();
    await eventually(() => other.$$eval('.sheet__cell--3', (cells) => cells.map((cell) => cell.textContent))).toContain(
      words.journey.saved,
    );
    for (const page of [one, other, popup]) await page.close();
  });

  test('shows foreign text as text: a megabyte, right-to-left, NUL, half a letter, markup, an address that runs', async () => {
    await stage.clear();
    const titles = {
      'jd:1': '长'.repeat(350_000),
      'jd:2': 'حقيبة \u202Eقماش',
      'jd:3': 'a\u0000b\uD800c',
      'jd:4': '<img src=x onerror="window.ran = true"><b>bold</b>',
    };
    for (const [key, title] of Object.entries(titles))
      await addItem(stage.own, { key, title, url: 'javascript:window.ran=true' });
    const page = await openItems(stage);
    await eventually(async () => (await names(page)).length).toBe(4);
    const shown = await names(page);
    expect(shown.every((name) => (name ?? '').length <= 200)).toBe(true);
    expect(shown).toContain(titles['jd:4']);
    expect(['\0', '\u202E', '\uD800'].filter((sign) => shown.join('').includes(sign))).toEqual([]);
    for (const key of Object.keys(titles)) {
      const detail = await openItems(stage, `&item=${encodeURIComponent(key)}`);
      await detail.waitForSelector('.item-head');
      expect(
        await detail.evaluate('[window.ran ?? null, document.querySelectorAll(".open, main img").length]'),
      ).toEqual([null, 0]);
      await detail.close();
    }
    const popup = await openPopup(stage);
    await showTab(popup, 'Saved');
    await popup.waitForSelector('.row');
    for (const each of [page, popup]) {
      expect(await each.evaluate('window.ran')).toBeUndefined();
      expect(await each.evaluate('document.querySelectorAll("img, main b:not([class]), .open").length')).toBe(0);
      await each.close();
    }
  });
});
