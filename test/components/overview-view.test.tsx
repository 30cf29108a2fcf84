// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { MirrorView } from '@/components/dashboard/mirror/mirror-view';
import { OverviewView } from '@/components/dashboard/overview/overview-view';
import type { SumsProps } from '@/components/dashboard/sums-frame';
import { ToolsProvider } from '@/components/tools';
import { speak } from './i18n-setup';
import { fine } from './made-health';
import { summary, now } from './made-rows';
import { few, latest } from './made-sums';
import { all, draw, one, press } from './mount';

beforeEach(() => speak('en'));

function props(change: Partial<SumsProps> = {}) {
  const on = { onCount: vi.fn<() => void>(), onStop: vi.fn<() => void>(), onGo: vi.fn<SumsProps['onGo']>() };
  return { facts: fine, survey: { job: { state: 'idle' as const }, latest }, ...on, ...change };
}

const titles = [
  'Saved against purchased',
  'Funnel: from exposure to refund',
  'New, week by week',
  'Where wished for × where bought',
  'Spend and refunds by month',
  'Spend by category',
  'From saved to bought: how long',
  'Wished for and not bought: why',
  'When in the week',
];

test('the overview is nine charts, each with its table', async () => {
  await draw(<OverviewView {...props()} summary={summary} />);
  expect(all('heading').map(({ textContent }) => textContent)).toEqual(['Overview', ...titles]);
  expect(all('button', 'Show the table')).toHaveLength(9);
});

test('what was not bought is told by its reason or by how it waits, and each part says which it is', async () => {
  const place = await draw(<OverviewView {...props()} summary={summary} />);
  const chart = place.querySelector('#not-bought') as HTMLElement;
  await press(all('button', 'Show the table', chart)[0] as HTMLElement);
  const lines = all('row', undefined, chart).map((row) => [...row.children].map((cell) => cell.textContent));
  expect(lines.slice(1)).toEqual([
    ['Dropped', 'Too expensive', '9'],
    ['Dropped', 'Bought something else', '4'],
    ['Dropped', 'No reason given', '6'],
    ['Waiting', 'Sold out when last seen', '2'],
    ['Waiting', 'Dearer than when first seen', '5'],
    ['Waiting', 'Cheaper than when first seen', '7'],
    ['Waiting', 'Same price, or seen only once', '31'],
  ]);
  expect(chart.textContent).toContain('64');
});

test('months without an order are none, and what is in no month is said', async () => {
  const place = await draw(<OverviewView {...props()} summary={summary} />);
  const spend = place.querySelector('#spend') as HTMLElement;
  await press(all('button', 'Show the table', spend)[0] as HTMLElement);
  expect(all('row', undefined, spend).map(({ textContent }) => textContent)).toContain('2025-070¥0¥0¥0');
  expect(spend.textContent).toContain('3 orders state no amount and are left out.');
});

test('each week says what was new in it, one without anything too, and the present one is said in words', async () => {
  const tools = { now, platformName: (id: string) => id, onDeed: () => undefined, onOpen: () => undefined };
  const place = await draw(
    <ToolsProvider value={tools}>
      <OverviewView {...props()} summary={summary} />
    </ToolsProvider>,
  );
  const weeks = place.querySelector('#weeks') as HTMLElement;
  expect(weeks.textContent).toContain('This week so far: 10 seen for the first time, 3 saved, 0 bought.');
  await press(all('button', 'Show the table', weeks)[0] as HTMLElement);
  const rows = all('row', undefined, weeks).map(({ children }) => [...children].map(({ textContent }) => textContent));
  expect(rows[0]).toEqual(['Week from', 'First seen', 'Saved', 'Bought']);
  // `now` is a Thursday.
  expect(rows.slice(-1)).toEqual([['2026-03-09', '10', '3', '0']]);
  expect(rows).toContainEqual(['2026-02-02', '0', '0', '0']);
  expect(rows).toHaveLength(11);
});

test('what was spent on is told by kind, and what nobody knows stands last', async () => {
  const place = await draw(<OverviewView {...props()} summary={summary} />);
  const kinds = place.querySelector('#spend-categories') as HTMLElement;
  const names = [...kinds.querySelectorAll('.drawing__name')].map(({ textContent }) => textContent);
  const orders = ['18 orders', '11 orders', '4 orders', '9 orders'];
  const told = ['Beauty', 'Clothes', 'Several in one order', 'Not known'];
  expect(names).toEqual(told.map((name, at) => `${name} · ${orders[at]!}`));
  expect(kinds.textContent).toContain('Paid ¥4,123');
  expect(kinds.textContent).toContain('n = 42 (orders)');
  await press(all('button', 'Show the table', kinds)[0] as HTMLElement);
  const rows = all('row', undefined, kinds).map(({ children }) => [...children].map(({ textContent }) => textContent));
  expect(rows).toContainEqual(['Clothes', '11', '¥2,880', '¥712']);
});

test('how long it took has its interval, drawn, in its table and said', async () => {
  const place = await draw(<OverviewView {...props()} summary={summary} />);
  const waiting = place.querySelector('#waiting') as HTMLElement;
  expect(waiting.querySelectorAll('path.whisker')).toHaveLength(2);
  expect(waiting.textContent).toContain('interval of 95 %, over the sessions');
  await press(all('button', 'Show the table', waiting)[0] as HTMLElement);
  const rows = all('row', undefined, waiting).map(({ children }) =>
    [...children].map(({ textContent }) => textContent),
  );
  expect(rows[0]?.slice(-3)).toEqual(['Share bought', 'Low', 'High']);
  // 48.9 % are still waiting, 34 % to 62.2 %: so much less were bought.
  expect(rows.at(-1)).toEqual(['41', '28', '6', '51%', '38%', '66%']);
});

test('the week shows one kind at a time, and its table all of them', async () => {
  const place = await draw(<OverviewView {...props()} summary={summary} />);
  const week = place.querySelector('#hours') as HTMLElement;
  const cells = () => [...week.querySelectorAll('.heat title')].map(({ textContent }) => textContent);
  expect(cells()).toContain('Sun, 21:00: 4');
  await press([...week.querySelectorAll<HTMLInputElement>('input[type=radio]')].at(-1)!);
  expect(cells()).toContain('Sun, 21:00: 2');
  await press(all('button', 'Show the table', week)[0] as HTMLElement);
  const rows = all('row', undefined, week).map(({ children }) => [...children].map(({ textContent }) => textContent));
  expect(rows[0]).toEqual(['Day', 'Hour', 'First seen', 'Saved', 'Bought']);
  expect(rows).toContainEqual(['Sun', '21', '9', '4', '2']);
});

test('a ledger with little shows what there is, and no made-up zero', async () => {
  const place = await draw(
    <OverviewView {...props({ survey: { job: { state: 'idle' }, latest: few } })} summary={summary} />,
  );
  expect(place.querySelector('#spend')?.textContent).toContain('There is nothing to draw yet.');
  expect(place.querySelector('#funnel')?.textContent).toContain('Exposurescannot be seen');
});

test('an empty ledger says how it begins', async () => {
  const facts = { ...fine, counts: { events: 0, exposures: 0, erasedEvents: 0, erasedExposures: 0 } };
  await draw(<OverviewView {...props({ facts })} summary={summary} />);
  one('heading', 'There is nothing to count yet');
  expect(all('figure')).toEqual([]);
});

test('a ledger that does not open says why, and leads to the backups', async () => {
  const on = props({ facts: { error: 'broken' } });
  await draw(<OverviewView {...on} summary={undefined} />);
  one('alert');
  await press(one('button', 'Restore from a backup'));
  expect(on.onGo).toHaveBeenCalledWith('data', 'restore');
  await press(one('button', 'Try again'));
  expect(on.onCount).toHaveBeenCalled();
});

test('long counting says how far it is, and can be stopped', async () => {
  const on = props({ survey: { job: { state: 'running', done: 12_000, total: 140_000 } } });
  const place = await draw(<OverviewView {...on} summary={summary} />);
  expect(place.textContent).toContain('Counting: 12,000 of 140,000 rows');
  await press(one('button', 'Stop'));
  expect(on.onStop).toHaveBeenCalled();
});

test.each([
  ['stopped', { state: 'stopped' as const }, 'Stopped.'],
  ['failed', { state: 'failed' as const, why: 'failed' as const }, 'did not finish'],
])('counting that %s keeps the old figures, and can begin again', async (_, job, words) => {
  const on = props({ survey: { job, latest } });
  const place = await draw(<OverviewView {...on} summary={summary} />);
  expect(place.textContent).toContain(words);
  expect(place.querySelector('#funnel')).not.toBeNull();
  await press(one('button', 'Count again'));
  expect(on.onCount).toHaveBeenCalled();
});

test('a quick count of a small ledger does not flicker', async () => {
  const on = props({ survey: { job: { state: 'running', done: 1, total: 20 }, latest } });
  await draw(<OverviewView {...on} summary={summary} />);
  expect(all('button', 'Stop')).toEqual([]);
});

test('the mirror says of each word what it rests on, and what nobody here can know', async () => {
  const place = await draw(<MirrorView {...props()} />);
  const text = all('row').map((row) => row.textContent);
  expect(text).toContain('ClicksShop links you followed.'.replace('Clicks', 'Item and shop clicks143'));
  expect(text.find((row) => row.startsWith('Deals37'))).toContain('seen on the page 20');
  expect(text.find((row) => row.startsWith('Cost per visit'))).toContain('cannot be seen');
  expect(place.textContent).toContain('public articles of 2025-05');
});

test('rates have no figure where nothing was seen', async () => {
  const none = { ...latest, totals: { ...latest.totals, seen: 0, clicked: 0 } };
  await draw(<MirrorView {...props({ survey: { job: { state: 'idle' }, latest: none } })} />);
  expect(all('row').find((row) => row.textContent.startsWith('Click rate'))?.textContent).toContain('cannot be seen');
});
