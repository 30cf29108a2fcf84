import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import { readPage } from '../../utils/sites';
import type { CaptureFacts } from '../../utils/sites/scrub/page';
import { pageShape } from '../../utils/sites/shape';
import { feedUrl } from '../replica/truth';
import { findPersonal } from '../sites/hygiene';
import { parse } from '../sites/pages';
import { browserKinds, click, downloadInto, tabIdOf, waitForDownload, waitUntil } from './browsers';
import { eventually } from './support/eventually';
import { known } from './support/notes';
import { named, openPopup, press, readText, showTab, words } from './support/popup';
import { untilSaid } from './support/said';
import { type Stage, useStage } from './support/stage';

const folder = mkdtempSync(join(tmpdir(), 'bacao-capture-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** No such note: the site puts a page of its own in its place. */
const refused = 'https://www.xiaohongshu.com/explore/65f000000000000000000000';

/** As a person does: the popup's page tab, its button, and the page that opens. */
async function askForCapture(stage: Stage, url: string): Promise<Page> {
  const popup = await openPopup(stage, url);
  await showTab(popup, 'This page');
  await press(popup, words.page.capture);
  const preview = await waitUntil('the preview opens', async () => {
    for (const page of await stage.driver.browser.pages()) if (await isPreview(page)) return page;
    return undefined;
  });
  await preview.waitForSelector(named('heading', words.capture.title));
  return preview;
}

/** What puppeteer calls its address is about:blank in Firefox; a page on its way to another cannot be asked. */
function isPreview(page: Page): Promise<boolean> {
  return page.evaluate(`location.pathname === '/preview.html'`).then(Boolean, () => false);
}

/** Saves both files, each by its own button. */
async function saveBoth({ driver }: Stage, preview: Page): Promise<string[]> {
  const into = mkdtempSync(join(folder, 'files-'));
  await downloadInto(driver, into);
  await preview.waitForSelector('pre');
  const name = /bacao-capture-[\d-]+(?=\.html)/u.exec(await readText(preview))?.[0] ?? '';
  const texts: string[] = [];
  for (const file of [`${name}.html`, `${name}.json`]) {
    await press(preview, words.capture.save.replace('$1', file));
    texts.push(readFileSync(await waitForDownload(into, (each) => each.endsWith(file)), 'utf8'));
    await untilSaid(preview, file);
  }
  return texts;
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

/** The tests' own parser gives nothing a size, so labels that nobody could see are none there as well as here. */
function readAgain(html: string, { url }: CaptureFacts) {
  return plain(pageShape(readPage(url, parse(html))));
}

describe.each(browserKinds)('in %s', (kind) => {
  const stage = useStage(kind);

  test.each([
    ['a note', known.bedroom.url],
    ['a feed', feedUrl],
  ])('a capture of %s is looked over, saved, and runs as a test', async (_what, url) => {
    await stage.clear();
    await stage.driver.page(url);
    const preview = await askForCapture(stage, url);
    const [html = '', json = ''] = await saveBoth(stage, preview);
    const facts = JSON.parse(json) as CaptureFacts;
    expect(readAgain(html, facts)).toEqual(facts.shape);
    expect(findPersonal(html + json)).toEqual([]);
    expect(await preview.$$eval('pre', (all) => all.map(({ textContent }) => textContent))).toEqual([html, json]);
    expect(html).not.toContain(known.bedroom.title);
  });

  test('what it holds can be searched', async () => {
    await stage.clear();
    await stage.driver.page(known.serum.url);
    const preview = await askForCapture(stage, known.serum.url);
    await preview.waitForSelector('pre');
    await click(preview, named('searchbox', words.capture.find));
    await preview.keyboard.type('note-container');
    await preview.waitForSelector('mark');
    await press(preview, words.capture.next.replace('$1', words.capture.files.page));
    await preview.waitForSelector('mark[data-shown]');
    expect(await preview.$$eval('mark', (marks) => marks.map(({ textContent }) => textContent))).toContain(
      'note-container',
    );
  });

  test('a page that yields nothing says so at once, and can be captured', async () => {
    await stage.clear();
    await stage.driver.page(refused);
    const popup = await openPopup(stage, refused);
    await showTab(popup, 'This page');
    const { what, places, reasons } = words.coverage;
    const line = what.replace('$1', places.note).replace('$2', reasons.noData);
    await eventually(() => readText(popup)).toContain(line);
    await popup.close();
    const preview = await askForCapture(stage, refused);
    const [, json = ''] = await saveBoth(stage, preview);
    expect((JSON.parse(json) as CaptureFacts).shape).toMatchObject({ kind: 'note', unread: ['note no-data'] });
  });

  test('why there is no capture is said in plain words', async () => {
    await stage.clear();
    const page = await stage.driver.page(known.tote.url);
    const gone = `preview.html?tab=${String(await tabIdOf(stage.own, known.tote.url))}`;
    await page.close();
    const preview = await stage.driver.openExtensionPage(gone);
    await eventually(() => readText(preview)).toContain(words.capture.gone);
    const itself = await stage.driver.openExtensionPage(`preview.html?tab=${String(await ownTab(stage))}`);
    await eventually(() => readText(itself)).toContain(words.capture.failed);
  });
});

/** One of the extension's own pages: no script may run there. */
async function ownTab({ own }: Stage): Promise<number> {
  return Number(await own.evaluate('chrome.tabs.getCurrent().then(({ id }) => id)'));
}
