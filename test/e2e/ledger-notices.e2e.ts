import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { click, mainly } from './browsers';
import { addressOf, openedDashboard, press, readText, untilSaid, words } from './support/dashboard';
import { eventually } from './support/eventually';
import { damageSavedItem } from './support/made-rows';
import { known } from './support/notes';
import { openPopup, readGroups, showTab } from './support/popup';
import { collect } from './support/reader';
import { type Stage, useStage } from './support/stage';

/** Its name says when something waits there. */
const healthLink = 'a[href="?view=health"]';

const rowsIn = async (popup: Page) => (await readGroups(popup)).flatMap(({ rows }) => rows).length;

/** Lets the page believe that so many bytes are left, and read again what it shows. */
async function leave(page: Page, bytes: number): Promise<void> {
  await page.evaluate(`(() => {
    navigator.storage.estimate = () => Promise.resolve({ usage: 4_000_000_000, quota: 4_000_000_000 + ${String(bytes)} });
    new BroadcastChannel('bacao-changes').postMessage('changed');
  })()`);
}

async function saveTwoNotes(stage: Stage): Promise<void> {
  const page = await stage.driver.page();
  for (const note of [known.tote, known.kettle]) await collect(page, note);
  await stage.untilLedger(
    'two items are saved',
    ({ items }) => items.filter(({ state }) => state === 'saved').length >= 2,
  );
  // As a person closes it: a tab that Firefox is made to drop tells no end, which is told as a crash.
  await page.close({ runBeforeUnload: true });
}

describe.each(mainly('chromium'))('in %s', (kind) => {
  const stage = useStage(kind);

  test('an entry that cannot be read is told in the popup, which leads to the repair', async () => {
    await stage.clear();
    await saveTwoNotes(stage);
    const popup = await openPopup(stage);
    await showTab(popup, 'Saved');
    const whole = await rowsIn(popup);
    await popup.close();
    await damageSavedItem(stage.own);

    const again = await openPopup(stage);
    await showTab(again, 'Saved');
    await eventually(() => readText(again)).toContain(words.notices.quarantined['1'].replace('$1', '1'));
    expect(await rowsIn(again)).toBe(whole - 1);
    await press(again, words.alerts.check);

    const page = await openedDashboard(stage);
    expect(await addressOf(page)).toBe('?view=health#check');
    await eventually(() => page.evaluate('document.activeElement?.id')).toBe('check');
    await eventually(() => readText(page)).toContain(words.alerts.gapsTitle);
    expect(await readText(page)).not.toContain(words.alerts.wellTitle);
    await press(page, words.check.start);
    await untilSaid(page, words.check.unreadable['1'].replace('$1', '1'));
    await press(page, words.check.repair);
    await untilSaid(page, words.check.repaired.split('$1')[0] ?? '');
    await eventually(() => readText(page)).not.toContain(words.alerts.gapsTitle);
    await eventually(() => rowsIn(again)).toBe(whole);
    await page.close();
    await again.close();
  });

  test('little room is told in the popup, and where room can be made', async () => {
    await stage.clear();
    const popup = await openPopup(stage);
    await leave(popup, 51_000_000);
    await eventually(() => readText(popup)).toContain(words.notices.room.replace('$1', '51 MB'));
    await press(popup, words.notices.look);

    const page = await openedDashboard(stage);
    expect(await addressOf(page)).toBe('?view=data#storage');
    expect(await readText(page)).not.toContain(words.storage.little.replace('$1', '51 MB'));
    await leave(page, 51_000_000);
    await eventually(() => readText(page)).toContain(words.storage.little.replace('$1', '51 MB'));
    await click(page, healthLink);
    await eventually(() => readText(page)).toContain(words.alerts.roomTitle);
    await press(page, words.alerts.limits);
    await eventually(() => page.evaluate('document.activeElement?.id')).toBe('retention');
    await leave(page, 5_000_000_000);
    await click(page, healthLink);
    await eventually(() => readText(page)).toContain(words.alerts.wellTitle);
    await page.close();
    await popup.close();
  });
});
