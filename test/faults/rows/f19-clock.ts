import type { Page } from 'puppeteer-core';
import { openDashboard, press, readText, untilSaid } from '../../e2e/support/dashboard';
import { holdStill } from '../../e2e/support/hostile-page';
import { clicksIn, type Ledger } from '../../e2e/support/ledger';
import { known } from '../../e2e/support/notes';
import type { Stage } from '../../e2e/support/open-stage';
import { openPopup, showTab } from '../../e2e/support/popup';
import { openNote } from '../asleep';
import { type Book, openBook } from '../book';
import { moveClock } from '../clock';
import type { Fault } from '../fault';
import { pressInTurn } from '../presses';
import { words } from '../told';
import { wantAll } from '../want-all';

const day = 86_400_000;
const home = 'America/New_York';
const away = { zone: 'Asia/Shanghai', zoneMinutes: 480 };
/** New York puts its clocks back at 06:00 UTC: 01:59 of summer is followed by 01:00 of winter. */
const summerEnds = Date.UTC(2026, 10, 1, 6);

/** Where the clock is put, and the time zone's minutes that a row must then have; in this order. */
const jumps: readonly { to: number; zoneMinutes: number }[] = [
  { to: summerEnds - 30_000, zoneMinutes: -240 },
  { to: summerEnds + 30_000, zoneMinutes: -300 },
  { to: Date.UTC(2026, 11, 1, 12), zoneMinutes: -300 },
  { to: Date.UTC(2026, 11, 1, 12) - day, zoneMinutes: -300 },
  { to: Date.UTC(2036, 11, 1, 12), zoneMinutes: -300 },
  { to: Date.UTC(2026, 11, 1, 12), zoneMinutes: -300 },
];

/** The same link after each jump: by its clock none comes within a moment of the one before. */
async function pressThrough(stage: Stage, page: Page, book: Book): Promise<void> {
  for (const { to } of jumps) {
    await moveClock(stage, page, to - Date.now());
    await pressInTurn(page, book, 1);
    await book.settle();
  }
}

/** What stands in the ledger, click by click in the order of writing, against what was pressed. */
function compareRows(ledger: Ledger): string[] {
  const wanted = [...jumps, { to: undefined, zoneMinutes: away.zoneMinutes }];
  const clicks = clicksIn(ledger).slice(-wanted.length);
  const refused = ledger.coverage.filter(({ where }) => where === 'queue').length;
  const wrong = wanted.flatMap(({ to, zoneMinutes }, place) => {
    const click = clicks[place];
    const isThen = to === undefined || Math.abs((click?.at ?? 0) - to) < 20 * 60_000;
    return isThen && click?.['zoneMinutes'] === zoneMinutes ? [] : [`click ${String(place)} stands elsewhere`];
  });
  return refused > 0 ? [...wrong, 'rows were refused'] : wrong;
}

const oddTime = /(?:^|[^\w-])-\d+|NaN|Invalid Date|undefined/u;

/** Looks where ages and dates are told; the pages have the machine's clock, so that rows lie behind them and ahead. */
async function lookAround(stage: Stage): Promise<string[]> {
  const popup = await openPopup(stage);
  await showTab(popup, 'Saved');
  const dashboard = await openDashboard(stage, 'health');
  await press(dashboard, words.check.start);
  const isSound = await untilSaid(dashboard, words.check.sound).then(
    () => true,
    () => false,
  );
  const data = await openDashboard(stage, 'data');
  const pages = [popup, dashboard, data];
  const texts = await Promise.all(pages.map(readText));
  await Promise.all(pages.map((page) => page.close()));
  const odd = texts.flatMap((text) => oddTime.exec(text)?.[0] ?? []);
  return [
    ...odd.map((text) => `a page says “${text}”`),
    ...(isSound ? [] : ['the lists are not what the events give']),
  ];
}

async function openHeld(stage: Stage): Promise<Page> {
  const page = await stage.driver.page();
  await openNote(stage, page, known.bedroom);
  await page.evaluate(holdStill);
  return page;
}

/** The browser asks for its time zone at each start. */
async function move(stage: Stage, book: Book): Promise<void> {
  await book.pull();
  await stage.restart();
  await book.listen();
}

/** Rows keep the order they were made in, whatever their clocks say, and none is held back until the clock is right. */
export const clock: Fault = {
  id: 'F19',
  name: 'the clock jumps, the time zone changes',
  expected: 'all',
  on: { chromium: 'usual', firefox: 'full' },
  async inject(lab) {
    const env = { TZ: home };
    const stage = await lab.alone({ env });
    const book = await openBook(stage);
    const tries = lab.tries(1);
    const wrong: string[] = [];
    for (let each = 0; each < tries; each++) {
      env.TZ = home;
      if (each > 0) await move(stage, book);
      await pressThrough(stage, await openHeld(stage), book);
      await wantAll(stage);
      wrong.push(...(await lookAround(stage)));
      env.TZ = away.zone;
      await move(stage, book);
      await pressInTurn(await openHeld(stage), book, 1);
      await book.settle();
      wrong.push(...compareRows(await stage.ledger()));
    }
    const years = new Set(clicksIn(await stage.ledger()).map(({ at }) => new Date(at).toISOString().slice(0, 10)));
    const proof = `clicks stand on ${[...years].join(', ')}; ${home}, the end of its summer time, then ${away.zone}`;
    return { ...(await book.close()), tries, proof, wrong };
  },
};
