import { describe, expect, test } from 'vitest';
import { browserKinds } from './browsers';
import { listBarriers } from './support/axe';
import { eventually } from './support/eventually';
import { readStorage } from './support/ledger';
import { known } from './support/notes';
import { named, press, readText, words } from './support/popup';
import { linesOf, storedLines } from './support/sightings';
import { useStage } from './support/stage';

describe.each(browserKinds)('in %s, the settings', (kind) => {
  const stage = useStage(kind);

  test('leave a note out and take it back, choose the look, list the keys', async () => {
    const page = await stage.driver.openExtensionPage('dashboard.html?view=settings');
    await page.waitForSelector(named('button', words.leaveOut.leave));
    expect(await listBarriers(page)).toEqual([]);
    await page.focus(named('textbox', words.leaveOut.add));
    await page.keyboard.type(known.serum.url);
    await press(page, words.leaveOut.leave);
    const back = words.leaveOut.again.replace('$1', words.leaveOut.note.replace('$1', known.serum.id));
    await page.waitForSelector(named('button', back));
    const tab = await stage.driver.page(known.serum.url);
    await tab.goto(known.bedroom.url);
    await eventually(async () => storedLines(await stage.ledger(), known.bedroom)).toEqual(linesOf(known.bedroom));
    expect(storedLines(await stage.ledger(), known.serum)).toEqual([]);
    await press(page, back);
    await page.waitForSelector(named('button', back), { hidden: true });
    await tab.goto(known.serum.url);
    await eventually(async () => storedLines(await stage.ledger(), known.serum)).toEqual(linesOf(known.serum));
    await tab.close();
    await press(page, words.look.dark, 'radio');
    await eventually(() => page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    expect(await listBarriers(page)).toEqual([]);
    expect(JSON.stringify(await readStorage(stage.own))).toContain('"theme":"dark"');
    await eventually(() => readText(page)).toContain(words.commands.pause);
  });
});
