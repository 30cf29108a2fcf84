import { writeFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { agree, builtExtension, launchChromium, waitUntil } from '../../e2e/browsers';
import { startReplica } from '../../replica';
import { firstNoteUrl } from '../../replica/truth';
import type { StartOptions } from '../start-options.mjs';
import { checkItem, findDifferences } from './check';
import { doDeed, type Scene } from './deeds';
import { expectDeed, type Expected, expectNothing } from './expect';
import { readStored } from './ledger';
import { readShopHosts } from './manifest';
import { describeDeed, plan } from './plan';
import { formatReport, makeReport, type Report } from './report';
import { takeShots } from './shots';

/** Walks the main job in a headless browser; the report's `failed` says what went wrong. */
export async function walkHeadless({ json, shots }: StartOptions): Promise<Report> {
  const replica = await startReplica();
  const extensionDir = builtExtension('chromium');
  const driver = await launchChromium({ extensionDir, replica, load: 'pipe' });
  try {
    await agree(driver.browser);
    const expected = expectNothing();
    const scene = {
      driver,
      page: await driver.page(firstNoteUrl),
      watch: await driver.openExtensionPage('popup.html'),
      shopHosts: readShopHosts(extensionDir),
    };
    const failed = await walk(scene, expected);
    await leave(scene, expected);
    await driver.restart();
    const own = await driver.openExtensionPage('popup.html');
    const stored = await readStored(own);
    if (shots !== undefined) await takeShots(driver, shots);
    const report = makeReport(expected, stored, [...failed, ...findDifferences(expected, stored)]);
    console.log(formatReport(report, stored.unreadPages));
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
    return report;
  } finally {
    await driver.close();
    await replica.close();
  }
}

/** Does every deed; one that fails is told and does not stop the others. */
async function walk(scene: Scene, expected: Expected): Promise<string[]> {
  const failed: string[] = [];
  for (const deed of plan()) {
    const keys = expectDeed(expected, deed);
    try {
      await doDeed(scene, deed);
      await waitForStored(scene.watch, expected, keys);
      await closeOtherTabs(scene);
      console.log(`ok   ${describeDeed(deed)}`);
    } catch (error) {
      failed.push(`${describeDeed(deed)}: ${error instanceof Error ? error.message : String(error)}`);
      console.log(`FAIL ${failed.at(-1) ?? ''}`);
    }
  }
  return failed;
}

/** A page tells what it could not read when it is left: the last one must not be cut off by the end of the browser. */
async function leave({ page, watch }: Scene, expected: Expected): Promise<void> {
  await page.goto('about:blank');
  const isTold = async (): Promise<boolean> => (await readStored(watch)).summary.unread >= expected.unread;
  // Not told in time is no reason to stop: the comparison at the end says it.
  await waitUntil('the last page is counted', isTold, 5_000).catch(() => undefined);
}

async function waitForStored(watch: Page, expected: Expected, keys: readonly string[]): Promise<void> {
  let last: string[] = [];
  const isStored = async (): Promise<boolean> => {
    const stored = await readStored(watch);
    last = keys.flatMap((key) => checkItem(expected, stored, key));
    return last.length === 0;
  };
  await waitUntil('the ledger holds the deed', isStored, 10_000).catch((cause: unknown) => {
    throw new Error(last.join('; '), { cause });
  });
}

/** A person closes the shop's tab and reads on. */
async function closeOtherTabs({ driver, page, watch }: Scene): Promise<void> {
  const others = (await driver.browser.pages()).filter((tab) => tab !== page && tab !== watch);
  await Promise.all(others.map((tab) => tab.close()));
}
