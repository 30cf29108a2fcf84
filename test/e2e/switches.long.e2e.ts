import { describe, expect, test } from 'vitest';
import { items, jdOrdersUrl, planted, taobaoOrdersUrl, truthOrders } from '../replica/truth';
import { click, mainly } from './browsers';
import { eventually } from './support/eventually';
import { holdStill } from './support/hostile-page';
import { clicksIn, readStorage } from './support/ledger';
import { anchor, known, linkOn } from './support/notes';
import { connect, named, openPopup, press, words } from './support/popup';
import { collect, followHere, followThere } from './support/reader';
import { linesOf, storedLines } from './support/sightings';
import { untilSaid } from './support/said';
import { type Stage, useStage } from './support/stage';

/** Turns the switch in the popup and waits until it stands where it should. */
async function turnRecording(stage: Stage, to: 'on' | 'off'): Promise<void> {
  const popup = await openPopup(stage);
  await press(popup, words.recording.label, 'switch');
  await popup.waitForSelector(`[role="switch"][aria-checked="${String(to === 'on')}"]`);
  await popup.close();
}

describe.each(mainly('chromium'))('in %s', (kind) => {
  const stage = useStage(kind);

  test('while recording is off nothing is recorded anywhere, afterwards it is', async () => {
    await stage.clear();
    const before = await stage.driver.page(known.bedroom.url);
    await eventually(async () => storedLines(await stage.ledger(), known.bedroom)).toEqual(linesOf(known.bedroom));
    await before.evaluate(holdStill);
    await turnRecording(stage, 'off');
    const { events: recorded } = await stage.ledger();
    await click(before, anchor(linkOn(known.bedroom)));
    const during = await stage.driver.page();
    await collect(during, known.serum);
    await during.evaluate(holdStill);
    await click(during, anchor(linkOn(known.serum)));
    await during.goto(known.kettle.url);
    expect(await stage.queue()).toEqual([]);
    const onAt = Date.now();
    await turnRecording(stage, 'on');
    await during.goto(known.tote.url);
    await during.evaluate(holdStill);
    await click(during, anchor(linkOn(known.tote)));
    // Rows of one tab come in the order they were made: whatever was sent before has arrived by now.
    await eventually(async () => clicksIn(await stage.ledger()).map(({ noteId }) => noteId)).toEqual([known.tote.id]);
    const { events } = await stage.ledger();
    const earlier = new Set(recorded.map(({ id }) => id));
    expect(events.filter(({ id, at }) => !earlier.has(id) && at < onAt)).toEqual([]);
    expect(events.filter(({ type }) => type === 'collect')).toEqual([]);
  });

  test('erase all asks once more, then leaves nothing', async () => {
    await stage.clear();
    const page = await stage.driver.page();
    await collect(page, known.bedroom);
    await stage.untilLedger('something is saved', ({ items: rows }) => rows.some(({ state }) => state === 'saved'));
    await page.close();
    const popup = await openPopup(stage);
    await press(popup, words.settings.open);
    await press(popup, words.erase.start);
    await popup.waitForSelector('[role="alertdialog"]');
    await popup.keyboard.press('Enter'); // the harmless answer has the focus
    await popup.waitForSelector('[role="alertdialog"]', { hidden: true });
    expect((await stage.ledger()).items).toHaveLength(2);
    await press(popup, words.erase.start);
    await press(popup, words.erase.yes);
    await untilSaid(popup, words.toast.erased);
    const { meta, ...lists } = await stage.ledger();
    expect(Object.entries(lists).filter(([, rows]) => rows.length > 0)).toEqual([]);
    // The ledger's name and how much was ever in it: without them the empty ledger would be told as a loss.
    expect(meta.map(({ key }) => key).sort()).toEqual(['counts', 'seq', 'uuid']);
    expect(await stage.queue()).toEqual([]);
  });

  test('a platform that is disconnected is read no more', async () => {
    await stage.clear();
    await connect(stage, ['jd', 'tmall']);
    const popup = await openPopup(stage);
    await press(popup, words.settings.open);
    await press(popup, words.platforms.disconnectName.replace('$1', 'JD.com'));
    await popup.waitForSelector(named('button', words.platforms.connectName.replace('$1', 'JD.com')));
    const registered = () =>
      popup.evaluate('chrome.scripting.getRegisteredContentScripts().then((all) => all.map(({ id }) => id))');
    await eventually(async () => String(await registered())).not.toContain('jd');
    const page = await stage.driver.page();
    await followHere(page, known.bedroom);
    await page.goto(jdOrdersUrl);
    await followThere(stage, page, known.serum);
    const landings = async () => (await stage.ledger()).events.filter(({ type }) => type === 'landing');
    await eventually(async () => (await landings()).map(({ itemKey }) => itemKey)).toEqual([items.serum.key]);
    expect((await stage.ledger()).orders).toEqual([]);
  });

  test('receivers, phones, addresses and order ids are kept nowhere', async () => {
    await stage.clear();
    await connect(stage, ['taobao', 'jd']);
    await stage.own.evaluate(`
      window.written = [];
      chrome.storage.onChanged.addListener((changes) => window.written.push(JSON.stringify(changes)));
    `);
    const page = await stage.driver.page(taobaoOrdersUrl);
    await stage.untilLedger('Taobao is read', ({ orders }) => orders.some(({ platform }) => platform === 'taobao'));
    await page.goto(jdOrdersUrl);
    await stage.untilLedger('JD is read', ({ orders }) => orders.some(({ platform }) => platform === 'jd'));
    await page.goto(known.bedroom.url);
    await eventually(async () => storedLines(await stage.ledger(), known.bedroom)).toEqual(linesOf(known.bedroom));
    const everything = JSON.stringify([
      await stage.ledger(),
      await readStorage(stage.own),
      await stage.own.evaluate('window.written'),
      await stage.own.evaluate('chrome.storage.session.get(null)'),
    ]);
    const secrets = [...Object.values(planted), 'PLANTED', ...truthOrders.map(({ orderId }) => orderId)];
    expect(everything).toContain(items.lamp.key);
    expect(secrets.filter((secret) => everything.includes(secret))).toEqual([]);
  });
});
