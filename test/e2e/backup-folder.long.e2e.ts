import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { isFull, mainly, waitUntil } from './browsers';
import { eventually } from './support/eventually';
import { extensionWithPage } from './support/own-page';
import { type Stage, useStage } from './support/stage';

const pageName = 'test-backup.html';
const kinds = mainly('chromium');
const extensions = new Map<string, string>();
// One after the other: two builds at once get into each other's way.
for (const kind of kinds) extensions.set(kind, await extensionWithPage(kind, 'backup'));

const rows = isFull ? 100_000 : 20_000;
const day = 86_400_000;
/** 2026-12-01 00:00 UTC. */
const today = Date.UTC(2026, 11, 1);
const nameOf = (date: number) => `bacao-2026-12-${String(date).padStart(2, '0')}.ndjson.gz`;

interface Restored {
  plan: { events: { fresh: number; known: number }; wholeness: string };
  result: { end: string; added: number; known: number };
}

describe.each(kinds)('in %s, in a folder of the browser itself', (kind) => {
  const stage = useStage(kind, { extensionDir: extensions.get(kind)! });
  let page: Page;
  const ask = async <T>(call: string) => (await page.evaluate(`backup.${call}`)) as T;
  const open = async () => {
    page = await stage.driver.openExtensionPage(pageName);
    await page.waitForFunction('globalThis.backup !== undefined');
  };
  const erase = () => page.evaluate("chrome.runtime.sendMessage({ type: 'erase-all' })");

  beforeAll(async () => {
    await open();
    await ask('writeSome()');
  });

  test('what is written there brings the whole ledger back, in every store', async () => {
    const before = await ask<Record<string, unknown[]>>('stores()');
    expect(before['events']?.length).toBe(241);
    expect(await ask(`backUp('first', ${String(today)})`)).toMatchObject({ name: nameOf(1) });
    await erase();
    expect(await ask('stores()')).toMatchObject({ events: [], exposures: [], items: [] });
    const { plan, result } = await ask<Restored>(`restore('first', '${nameOf(1)}', 500)`);
    expect(plan).toMatchObject({ events: { fresh: 241, known: 0 }, wholeness: 'whole' });
    expect(result).toMatchObject({ end: 'done', added: 541 });
    expect(await ask('stores()')).toEqual(before);
  });

  test('a restore goes on when its background is stopped, and after its page was closed', async () => {
    const before = await ask('stores()');
    await erase();
    const restoring = ask<Restored>(`restore('first', '${nameOf(1)}', 10)`).catch(() => undefined);
    await storedRows(stage, 50);
    await stage.driver.stopBackground();
    // One stop is made good by sending once more; a second one under the same part is told.
    const goesOn = storedRows(stage, 150).then(() => 'goes on');
    expect(['goes on', 'unanswered']).toContain(
      await Promise.race([goesOn, restoring.then((restored) => restored?.result.end)]),
    );
    goesOn.catch(() => undefined);
    await page.close();
    await restoring;
    await open();
    expect(await ask('stores()')).not.toEqual(before);
    expect(await page.evaluate("chrome.storage.local.get('restore')")).toMatchObject({
      restore: { file: { name: nameOf(1) } },
    });
    const { result } = await ask<Restored>(`restore('first', '${nameOf(1)}', 500)`);
    expect(result.end).toBe('done');
    expect(await ask('stores()')).toEqual(before);
    expect(await page.evaluate("chrome.storage.local.get('restore')")).toEqual({});
  });

  test('a file a day, seven of them, and no other file is touched', async () => {
    for (let nth = 0; nth < 9; nth += 1) await ask(`backUp('week', ${String(today + nth * day)})`);
    expect(await ask('names("week")')).toEqual([3, 4, 5, 6, 7, 8, 9].map(nameOf));
  });

  test('the folder is kept, and written to once a day and when there is something new', async () => {
    expect(await ask(`roll(${String(today)})`)).toEqual({ state: 'none' });
    await ask('keep("kept")');
    const [first, second] = await Promise.all([ask(`roll(${String(today)})`), ask(`roll(${String(today)})`)]);
    expect([first, second].map((outcome) => (outcome as { state: string }).state).sort()).toEqual([
      'rested',
      'written',
    ]);
    expect(await ask(`roll(${String(today + 1)})`)).toEqual({ state: 'rested' });
    expect(await ask(`roll(${String(today + day)})`)).toEqual({ state: 'rested' }); // nothing is new
    expect(await ask(`roll(${String(today + 2)}, true)`)).toMatchObject({ state: 'written', name: nameOf(1) });
    await stage.restart();
    await open();
    await ask('writeOne()');
    expect(await ask(`roll(${String(today + day)})`)).toMatchObject({ state: 'written', name: nameOf(2) });
    expect(await ask('kept()')).toMatchObject({ folder: 'kept', last: { name: nameOf(2), at: today + day } });
    expect(await ask('names("kept")')).toEqual([nameOf(1), nameOf(2)]);
  });

  test('rows that are gone are counted and told before a backup lacks them, and the fuller ones stay', async () => {
    const note = { at: today + day + 5, eventsEver: 9_999, rowsEver: 9_999 }; // more than any before holds
    await page.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ type: 'backed-up', note })})`);
    await ask('writeOne()');
    await ask('loseOne()');
    expect(await ask(`roll(${String(today + 2 * day)})`)).toMatchObject({ state: 'written', name: nameOf(3) });
    const { health } = (await page.evaluate("chrome.storage.local.get('health')")) as { health: unknown };
    expect(health).toMatchObject({ loss: { kind: 'thinned', events: 1, exposures: 0, backup: { at: note.at } } });
    for (let nth = 3; nth < 11; nth += 1) {
      await ask('writeOne()');
      expect(await ask(`roll(${String(today + nth * day)})`)).toMatchObject({ state: 'written' });
    }
    expect(await ask('names("kept")')).toEqual([1, 2, 5, 6, 7, 8, 9, 10, 11].map(nameOf));
  });

  test('what keeps it from being written is noted, and the folder stays known', async () => {
    await ask('writeOne()');
    await page.evaluate("FileSystemHandle.prototype.queryPermission = () => Promise.resolve('prompt')");
    expect(await ask(`roll(${String(today + 20 * day)})`)).toEqual({ state: 'failed', reason: 'permission' });
    await page.evaluate('delete FileSystemHandle.prototype.queryPermission');
    await page.close();
    await open();
    await ask('removeFolder("kept")');
    expect(await ask(`roll(${String(today + 20 * day)})`)).toEqual({ state: 'failed', reason: 'gone' });
    expect(await ask('kept()')).toMatchObject({ last: { name: nameOf(11) }, failed: { reason: 'gone' } });
    await ask('forgetFolder()');
    expect(await ask(`roll(${String(today + 20 * day)})`)).toEqual({ state: 'none' });
  });

  if (kind === 'chromium') {
    test(`${String(rows)} rows take a page less than 150 MB`, async () => {
      await erase();
      await ask(`fill(${String(rows / 5)}, ${String((rows / 5) * 4)})`);
      const cdp = await page.createCDPSession();
      await cdp.send('Performance.enable');
      const heap = async () => {
        const { metrics } = await cdp.send('Performance.getMetrics');
        return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Infinity) / 1e6;
      };
      let isDone = false;
      const seen: number[] = [];
      const writing = ask(`backUp('large', ${String(today)})`).finally(() => (isDone = true));
      await waitUntil('the backup is written', async () => (seen.push(await heap()), isDone), 100_000);
      await writing;
      console.log(`Heap while ${String(rows)} rows were written: at most ${Math.max(...seen).toFixed(0)} MB`);
      expect(Math.max(...seen)).toBeLessThan(150);
      expect(seen.length).toBeGreaterThan(10);
    });
  }
});

/** Waits for a restore to have come so far. */
async function storedRows(stage: Stage, count: number): Promise<void> {
  await eventually(async () => (await stage.ledger()).events.length > count).toBe(true);
}
