import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { startProxy, startReplica } from '../replica';
import { feedUrl, jdOrdersUrl } from '../replica/truth';
import { type BrowserKind, inBothOr, click, type Driver, launch, waitForAddress } from './browsers';
import { anchor, known, linkOn } from './support/notes';
import { writeIdleExtension } from './support/idle-extension';
import { connect, openPopup, pressInRow, showTab, words } from './support/popup';
import { collect } from './support/reader';
import { useStage } from './support/stage';
import { items } from '../replica/truth';

/** Reads the feed and a note, collects it, follows its link, looks at the orders; each page loads all it wants to. */
async function walk(driver: Driver): Promise<void> {
  const page = await driver.page();
  const atRest = { waitUntil: 'networkidle0' } as const;
  await page.goto(feedUrl, atRest);
  await page.goto(known.bedroom.url, atRest);
  await collect(page, known.bedroom);
  await click(page, anchor(linkOn(known.bedroom)));
  await waitForAddress(page, ({ host }) => host === 'item.jd.com');
  await page.goto(jdOrdersUrl, atRest);
  await page.goto(known.serum.url, atRest);
}

/** What is asked of the played hosts when no extension of ours is there. */
async function requestsWithout(kind: BrowserKind): Promise<Set<string>> {
  const extensionDir = writeIdleExtension(kind);
  const replica = await startReplica();
  const proxy = await startProxy(replica);
  const driver = await launch(kind, { replica, proxy, extensionDir, firstRuns: 0 });
  try {
    await walk(driver);
    return new Set(replica.requests.map(nameOf));
  } finally {
    await driver.close();
    await Promise.all([replica.close(), proxy.close()]);
    rmSync(extensionDir, { recursive: true });
  }
}

function nameOf({ method, host, path }: { method: string; host: string; path: string }): string {
  return `${method} ${host}${path}`;
}

describe.each(inBothOr('chromium'))('in %s', (kind) => {
  const stage = useStage(kind);

  test('nothing is asked of any host that the pages do not ask by themselves', async () => {
    await connect(stage, ['jd']);
    await walk(stage.driver);
    const popup = await openPopup(stage, known.serum.url);
    await showTab(popup, 'This page');
    await pressInRow(popup, items.serum.title, words.actions.save);
    await showTab(popup, 'Saved');
    await showTab(popup, 'Purchased');
    await stage.untilLedger('all of the walk is recorded', ({ orders, items: rows }) => {
      const isSaved = rows.some(({ key, state }) => key === items.serum.key && state === 'saved');
      return orders.length > 0 && isSaved;
    });
    const usual = await requestsWithout(kind);
    expect(stage.replica.requests.map(nameOf).filter((name) => !usual.has(name))).toEqual([]);
    expect(stage.replica.refused).toEqual([]);
    // What Firefox asks of its maker by itself.
    const foreign = stage.proxy.refused.filter(
      ({ target }) => !/\.(?:mozilla|firefox)\.(?:com|net|org):443$/u.test(target),
    );
    expect(foreign).toEqual([]);
  });
});
