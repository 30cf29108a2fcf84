import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { items, jdOrdersUrl, notes, taobaoOrdersUrl } from '../replica/truth';
import { mainly } from './browsers';
import { eventually } from './support/eventually';
import { known } from './support/notes';
import { connect, openPopup, readText, showTab, words } from './support/popup';
import { type Stage, useStage } from './support/stage';

const site = 'https://www.xiaohongshu.com';
const [late] = notes.filter(({ state }) => state === 'late');
const [cut] = notes.filter(({ state }) => state === 'cut');
const [lookAlikes] = notes.filter(({ traps }) => traps.includes('look-alikes'));

// The page waits for an answer that never comes.
const neverFill = `(() => {
  const ask = fetch;
  window.fetch = (what, how) => (String(what).includes('/overlay/') ? new Promise(() => undefined) : ask(what, how));
})()`;

/** What was thrown at the page, and what of ours is in its console. */
function listenForErrors(page: Page): { thrown: string[]; ours: string[] } {
  const heard = { thrown: [] as string[], ours: [] as string[] };
  const isOurs = (place: string | undefined) => place !== undefined && /-extension:/u.test(place);
  page.on('pageerror', (error) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    (isOurs(text) ? heard.ours : heard.thrown).push(text);
  });
  page.on('console', (message) => {
    if (isOurs(message.location().url) || isOurs(message.text())) heard.ours.push(message.text());
  });
  return heard;
}

/** Stays as long as a person who looks at what is there; only then does the page count as one that could be read. */
async function stay(page: Page): Promise<void> {
  await page.waitForFunction('performance.now() > 2500');
}

async function unreadIn(stage: Stage): Promise<Record<string, number>> {
  const { coverage } = await stage.ledger();
  return Object.assign({}, ...coverage.map(({ unread }) => unread));
}

async function textAbout(stage: Stage, url: string): Promise<string> {
  const popup = await openPopup(stage, url);
  await showTab(popup, 'This page');
  const text = await readText(popup);
  await popup.close();
  return text;
}

const cases = [
  {
    title: 'a note that is half loaded',
    url: late?.url ?? '',
    script: neverFill,
    unread: { 'note.title: no-data': 1, 'note.authorId: no-data': 1, 'comments: no-data': 1 },
    thrown: 0,
  },
  {
    title: 'a note without id',
    url: `${site}/explore/no-such-id`,
    unread: { 'note.id: shape': 1, 'note: no-data': 1 },
    thrown: 0,
  },
  // The page's own broken script throws, once.
  { title: 'a state script cut in half', url: cut?.url ?? '', unread: { 'state: shape': 1 }, thrown: 1 },
  { title: 'links to unknown hosts', url: lookAlikes?.url ?? '', unread: {}, thrown: 0 },
];

describe.each(mainly('firefox'))('in %s', (kind) => {
  const stage = useStage(kind);

  test.each(cases)('$title: counted, shown, and nothing made up', async ({ url, script, unread, thrown }) => {
    await stage.clear();
    const page = await stage.driver.page();
    const errors = listenForErrors(page);
    if (script) await page.evaluateOnNewDocument(script);
    await page.goto(url);
    await stay(page);
    const count = Object.keys(unread).length;
    const say = count === 1 ? words.page.unread['1'] : words.page.unread.n;
    const text = await textAbout(stage, url);
    expect(text.includes(say.replace('$1', String(count)))).toBe(count > 0);
    await page.goto(items.lamp.url);
    await stage.untilLedger('the visit is over', ({ coverage }) => coverage.length > 0);
    expect(await unreadIn(stage)).toEqual(unread);
    expect(errors.ours).toEqual([]);
    expect(errors.thrown).toHaveLength(thrown);
    const { events, items: rows } = await stage.ledger();
    expect(events.filter(({ type }) => type !== 'page')).toEqual([]);
    expect(rows).toEqual([]);
  });

  test('order rows that cannot be read are counted and shown beside those that can', async () => {
    await stage.clear();
    await connect(stage, ['taobao', 'jd']);
    const page = await stage.driver.page(taobaoOrdersUrl);
    const errors = listenForErrors(page);
    await stage.untilLedger('Taobao is read', ({ orders }) => orders.some(({ platform }) => platform === 'taobao'));
    await page.goto(jdOrdersUrl);
    await stage.untilLedger('JD is read', ({ orders }) => orders.some(({ platform }) => platform === 'jd'));
    await page.goto(known.serum.url);
    const said = words.health.unread.n.replace('$1', '2');
    await eventually(() => textAbout(stage, known.serum.url)).toContain(said);
    const { orders } = await stage.ledger();
    expect(orders.filter(({ title }) => !Object.values(items).some((item) => item.title === title))).toEqual([]);
    expect(errors).toEqual({ thrown: [], ours: [] });
  });
});
