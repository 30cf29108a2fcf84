import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { items } from '../replica/truth';
import { mainly } from './browsers';
import { named, openDashboard, press, readText, untilSaid, words } from './support/dashboard';
import { eventually } from './support/eventually';
import { damageSavedItem } from './support/made-rows';
import { known } from './support/notes';
import { pressInRow } from './support/popup';
import { collect, followHere } from './support/reader';
import { linesOf, storedLines } from './support/sightings';
import { type Stage, useStage } from './support/stage';

/** Foreign text in one of our sentences keeps its own direction. */
const isolated = (text: string) => `\u2068${text}\u2069`;
const within = (sentence: string, title: string) => sentence.replace('$1', isolated(title));
/** What stands before the part of a sentence that is filled in. */
const begin = (sentence: string) => sentence.split('$1')[0] ?? '';

async function itemAt(stage: Stage, key: string) {
  return (await stage.ledger()).items.find((row) => row.key === key);
}

/** Reads three notes of three shops; one link is followed, one note is collected. */
async function readNotes(stage: Stage): Promise<void> {
  const page = await stage.driver.page(known.tissue.url);
  await stage.untilLedger(
    'the note is read',
    (ledger) => storedLines(ledger, known.tissue).length === linesOf(known.tissue).length,
  );
  await followHere(page, known.bedroom);
  await stage.untilLedger('the click is told', ({ events }) => events.some(({ type }) => type === 'click'));
  await collect(page, known.tote);
  await stage.untilLedger('the note is collected', ({ items: rows }) => rows.some(({ state }) => state === 'saved'));
  await page.close();
}

/** Sets a field as the browser's own chooser does; what a key does in a date depends on the language. */
async function fill(page: Page, label: string, value: string): Promise<void> {
  const field = await page.waitForSelector(`::-p-xpath(//label[starts-with(normalize-space(), "${label}")]//input)`);
  await field?.evaluate((input, to) => {
    (input as HTMLInputElement).value = to;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, value);
}

interface Buying {
  platform: string;
  title: string;
  price: string;
}

async function noteDown(page: Page, { platform, title, price }: Buying): Promise<void> {
  await page.waitForSelector('#hand select');
  await page.select('#hand select', platform);
  await fill(page, words.hand.what, title);
  await fill(page, words.hand.price, price);
  await press(page, words.hand.note);
  await untilSaid(page, words.hand.noted);
}

/** The rows of a table by its caption: the head of each, and its cells without the money. */
async function readTable(page: Page, caption: string): Promise<string[][]> {
  const table = await page.waitForSelector(`::-p-xpath(//table[caption = "${caption}"])`);
  const rows = await table?.$$eval('tbody tr', (found) =>
    found.map((row) => [...row.children].map((cell) => cell.childNodes[0]?.textContent?.trim() ?? '')),
  );
  return rows ?? [];
}

/** A write that does not end before `letGo` is called. */
const holdLedger = `new Promise((resolve, reject) => {
  const request = indexedDB.open('bacao');
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const db = request.result;
    const tx = db.transaction([...db.objectStoreNames], 'readwrite');
    let isHeld = true;
    window.letGo = () => void (isHeld = false);
    const hold = () => {
      resolve();
      if (isHeld) tx.objectStore('meta').get('seq').onsuccess = hold;
      else db.close();
    };
    hold();
  };
})`;

describe.each(mainly('chromium'))('in %s, the full page takes the person’s word', (kind) => {
  const stage = useStage(kind);
  const orders = async () => (await stage.ledger()).orders.filter(({ status }) => status !== 'cancelled');
  beforeAll(() => readNotes(stage), 120_000);

  test('on a purchase, how it turned out, and takes both back; the note is credited that led to it', async () => {
    const { key, title, url } = items.lamp;
    const page = await openDashboard(stage, 'purchases', 'hand');
    await page.waitForSelector('#hand textarea');
    await page.focus('#hand textarea');
    await page.keyboard.type(`${title} ${url}`);
    await eventually(() => readText(page)).toContain(within(words.hand.known, known.bedroom.title));
    await fill(page, words.hand.price, '129 yuan');
    expect(await page.$eval(named('button', words.hand.note), (button) => button.hasAttribute('disabled'))).toBe(true);
    await fill(page, words.hand.price, '129.00');
    await press(page, words.hand.note);
    await untilSaid(page, words.hand.noted);
    expect(await orders()).toMatchObject([{ itemKey: key, orderPaidFen: items.lamp.priceFen, source: 'user' }]);

    await pressInRow(page, title, words.bought.kept);
    await untilSaid(page, within(words.bought.saidKept, title));
    expect(await itemAt(stage, key)).toMatchObject({ state: 'bought', outcome: { as: 'kept' } });
    await press(page, words.actions.undo);
    await untilSaid(page, within(words.bought.saidNone, title));
    expect((await itemAt(stage, key))?.['outcome']).toBeUndefined();
    await pressInRow(page, title, words.bought.regretted);
    await untilSaid(page, within(words.bought.saidRegretted, title));
    expect(await itemAt(stage, key)).toMatchObject({ outcome: { as: 'regretted' } });

    await press(page, words.credits.workOut);
    const windows = await readTable(page, words.credits.windows);
    expect(windows.length).toBeGreaterThan(2);
    expect(windows.map(([, ...counts]) => counts)).toEqual(windows.map(() => ['1', '0', '0']));
    expect((await readTable(page, words.credits.notes)).map(([note, last]) => [note, last])).toEqual([
      [known.bedroom.title, '1'],
    ]);

    await press(page, within(words.hand.undoOf, title));
    await untilSaid(page, words.hand.undone);
    expect(await orders()).toEqual([]);
    expect((await itemAt(stage, key))?.state).not.toBe('bought');
    await page.close();
  });

  test('that an order is not what it seems to be, and takes it back', async () => {
    const { title } = items.tissue;
    const purchases = await openDashboard(stage, 'purchases', 'hand');
    await noteDown(purchases, { platform: 'pinduoduo', title, price: '19.9' });
    await purchases.close();
    const said = async () => (await stage.ledger()).events.filter(({ type }) => type === 'match');
    const page = await openDashboard(stage, 'matching');
    await pressInRow(page, title, words.matching.different);
    await untilSaid(page, within(words.matching.parted, title));
    expect(await said()).toMatchObject([{ item: items.tissue.key, word: 'different' }]);
    await eventually(() => readText(page)).toContain(words.matching.nothing);
    await press(page, within(words.matching.undoName, title));
    await page.waitForSelector(named('button', within(words.matching.sameName, title)));
    expect((await said()).map(({ word }) => word)).toEqual(['different', 'none']);
    expect(await readText(page)).not.toContain(words.matching.nothing);
    await page.close();
  });

  test('to stop in the middle of a check and of a repair', async () => {
    await damageSavedItem(stage.own);
    const page = await openDashboard(stage, 'health', 'check');
    const stopped = async (name: string) => {
      await page.waitForSelector(named('button', name));
      // Until that is over, what reads has to wait: the work cannot end before it is stopped.
      await stage.own.evaluate(holdLedger);
      await press(page, name);
      await press(page, words.actions.stop);
      await stage.own.evaluate('window.letGo()');
      await untilSaid(page, words.restore.readingStopped);
    };
    await stopped(words.check.start);
    await press(page, words.check.start);
    await untilSaid(page, words.check.unreadable['1'].replace('$1', '1'));
    await stopped(words.check.repair);
    await press(page, words.check.start);
    await untilSaid(page, words.check.unreadable['1'].replace('$1', '1'));
    await page.evaluate(`window.news = [];
      new BroadcastChannel('bacao-work').addEventListener('message', ({ data }) => window.news.push(data))`);
    await press(page, words.check.repair);
    await untilSaid(page, begin(words.check.repaired));
    const { events, exposures } = await stage
      .ledger()
      .then(({ meta }) => Object(meta.find(({ key }) => key === 'counts')?.value) as Record<string, number>);
    const total = Number(events) + Number(exposures);
    expect(await page.evaluate('window.news.at(-1)')).toMatchObject({ done: total, total });
    await press(page, words.check.start);
    await untilSaid(page, words.check.sound);
    await page.close();
  });

  const holds = async (...texts: string[]) => {
    const { meta, ...lists } = await stage.ledger();
    const all = JSON.stringify(lists);
    return texts.map((text) => all.includes(text));
  };

  /** Chooses what kind of thing goes. */
  const openAt = async (what: 'item' | 'note' | 'platform' | 'range'): Promise<Page> => {
    const page = await openDashboard(stage, 'data', 'erase');
    await press(page, words.eraseCard[what], 'radio');
    return page;
  };
  const find = async (page: Page, label: string, name: string): Promise<void> => {
    await page.focus(named('searchbox', label));
    await page.keyboard.type(name);
    await press(page, words.eraseCard.eraseName.replace('$1', name));
  };
  /** Says yes to what is asked, which is nothing before that. */
  const confirm = async (page: Page, question: string): Promise<void> => {
    await eventually(() => readText(page)).toContain(question);
    const before = (await stage.ledger()).events.length;
    expect(before).toBeGreaterThan(0);
    await press(page, words.eraseCard.yes);
    await untilSaid(page, begin(words.eraseCard.done));
    expect((await stage.ledger()).events.length).toBeLessThan(before);
    await page.close();
  };

  test('that one item goes, found by its title', async () => {
    const { key, title } = items.lamp;
    const page = await openAt('item');
    await find(page, words.eraseCard.searchItem, title);
    await press(page, words.erase.no);
    await page.waitForSelector('[role="alertdialog"]', { hidden: true });
    expect(await holds(key)).toEqual([true]);
    await press(page, words.eraseCard.eraseName.replace('$1', title));
    await confirm(page, within(words.eraseCard.askItem, title));
    expect(await holds(key, known.bedroom.id, known.tote.id)).toEqual([false, true, true]);
  });

  test('that one note goes, found by its title', async () => {
    const page = await openAt('note');
    await find(page, words.eraseCard.searchNote, known.tote.title);
    await confirm(page, within(words.eraseCard.askNote, known.tote.title));
    expect(await holds(known.tote.id, items.bag.key, known.tissue.id)).toEqual([false, false, true]);
  });

  test('that a shop goes', async () => {
    const page = await openAt('platform');
    await page.waitForSelector('#erase select');
    await page.select('#erase select', 'pinduoduo');
    await press(page, words.eraseCard.erase);
    await confirm(page, within(words.eraseCard.askPlatform, 'Pinduoduo'));
    expect(await holds(items.tissue.key, known.tissue.id, known.bedroom.id)).toEqual([false, true, true]);
  });

  test('that a stretch of time goes, once both its days are there', async () => {
    const page = await openAt('range');
    const today = new Date();
    const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
    const isOff = () => page.$eval(named('button', words.eraseCard.erase), (button) => button.hasAttribute('disabled'));
    expect(await isOff()).toBe(true);
    await fill(page, words.eraseCard.from, day);
    expect(await isOff()).toBe(true);
    await fill(page, words.eraseCard.to, day);
    await press(page, words.eraseCard.erase);
    await confirm(page, begin(words.eraseCard.askRange));
    const { events, items: rows, notes } = await stage.ledger();
    expect([events, rows, notes]).toEqual([[], [], []]);
  });
});
