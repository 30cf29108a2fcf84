// @vitest-environment happy-dom
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { DensityView } from '@/components/dashboard/density/density-view';
import type { DensityProps } from '@/components/dashboard/density/props';
import { speak } from './i18n-setup';
import { density, evening, eveningChecks, fewChecks, local, report } from './made-density';
import { all, draw, one, press } from './mount';

beforeAll(() => speak('en'));

async function show(change: Partial<DensityProps> = {}) {
  const spies = { onSpan: vi.fn(), onStop: vi.fn(), onCoder: vi.fn(), onVerdict: vi.fn(), onTell: vi.fn() };
  const view = await draw(<DensityView {...density} {...change} {...spies} />);
  return { ...spies, text: view.textContent.replaceAll(/[\u2068\u2069]/gu, '') };
}

const card = (id: string) => document.getElementById(id)?.textContent ?? '';
/** Its figures, without what they rest on. */
function figures(id: string): string {
  const copy = document.getElementById(id)?.cloneNode(true) as HTMLElement;
  for (const each of copy.querySelectorAll('.figure-basis')) each.remove();
  return copy.textContent;
}

describe('every figure says what it rests on', () => {
  test.each([
    [{ days: 2, of: 41 }, 'suspected on 2 of 41 days (UTC): what was counted of ads there is a lower bound'],
    [{ days: 0, of: 41 }, 'no sign of one on 41 days (UTC)'],
    [{ days: 0, of: 0 }, 'not known; one makes every count of ads a lower bound'],
  ])('an ad blocker %j makes counts a lower bound', async (blocked, words) => {
    await show({ job: { state: 'done', result: { report: { ...report, blocked }, local } } });
    expect(card('basis')).toContain(words);
  });

  test('the headline has its interval, its units and its sessions', async () => {
    await show();
    expect(card('ad-load')).toContain('21.2% (16.2% to 27.2%; 400 units, 24 sessions)');
    expect(card('basis')).toContain('93.6% could be decided; 9 things were not readable');
    for (const part of ['served as one, declared by its author, or selling', 'one second', '2025-12-10', '95 %'])
      expect(card('basis')).toContain(part);
    // A span may hold less than its name says.
    expect(card('basis')).toContain('Dec 13, 2025 to Mar 11, 2026, the first and the last on screen');
  });

  test('each card and each chart says it for itself', async () => {
    await show();
    const all = [...document.querySelectorAll<HTMLElement>('.card')].filter(({ id }) => id !== 'basis');
    const own = all.filter(({ id }) => id !== 'spot-checks');
    expect(own.map(({ id }) => id)).toContain('load-places');
    expect(own.length).toBeGreaterThan(18);
    for (const { id } of own)
      for (const part of ['served, declared or selling', 'half for 1 s', 'rules 2025-12-10', '93.6% could', '95 %'])
        expect(`${id}: ${card(id)}`).toContain(part);
  });

  test('the table has what was loaded beside what could be seen', async () => {
    await show();
    const table = document.querySelector<HTMLElement>('#load-pages')!;
    await press([...table.querySelectorAll('button')].find(({ textContent }) => textContent === 'Show the table')!);
    expect(table.textContent).toContain('Home feed22%');
    expect(table.textContent).toContain('Home feed, of those loaded20%');
    expect(table.textContent).toMatch(/Profiles, of those loaded[^\d%]*72/u);
  });

  test('ad load has its places and its categories, each with what it is of', async () => {
    await show();
    expect(card('load-places')).toContain('n = 600 (viewable notes that were opened, and comments)');
    expect(card('load-places')).toContain('Blue links in comments5% (0% to 11%; 520 units, 24 sessions)');
    expect(card('load-places')).toContain('Links in text and otherstoo few: 7 units in 2 sessions');
    expect(card('load-categories')).toContain('n = 80 (notes opened)');
    expect(card('load-categories')).toContain('Sports and outdoors7% (2% to 13%; 80 units, 24 sessions)');
    await show({ job: { state: 'done', result: { report } } });
    expect(document.getElementById('load-categories')).toBeNull();
  });

  test('groups that are too small say so, with no number', async () => {
    await show();
    expect(card('load-pages')).toContain('too few: 7 units in 2 sessions');
    await show({ job: { state: 'done', result: { report: evening, local } } });
    expect(document.querySelectorAll('.figure__count')).toHaveLength(0);
    expect(figures('ad-load')).not.toMatch(/\d%/u);
    expect(card('first-ad')).toContain('Too few to say: 2 lists, sessions: 1');
    expect(figures('page-density').replace('above 50%', '')).not.toMatch(/\d %|\d%/u);
  });
});

test('positions, attention, links, labels and policy are all there', async () => {
  const { text } = await show();
  expect(card('first-ad')).toContain('median: place 5');
  // All lists are without an ad before the first place: the line comes down from the top, never up from 0.
  const line = document.querySelector('#first-ad path.line')?.getAttribute('d') ?? '';
  const heights = [...line.matchAll(/V(\d+\.\d)/gu)].map(([, y]) => Number(y));
  expect(heights).toHaveLength(5);
  // The interval is drawn as far as it is known, and its edges are one on each side.
  expect(document.querySelectorAll('#first-ad path.whisker')).toHaveLength(2);
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
  expect(card('gaps')).toContain('Lists without any ad12.9% (7.9% to 18.9%; 31 units, 24 sessions)');
  expect(card('gaps')).toContain('5 (3.8 to 6.3; 31 units, 24 sessions)');
  expect(card('gaps')).toContain('Ads among the first 20too few: 7 units in 2 sessions · 3 lists');
  expect(card('page-density')).toContain('41.5 (33.2 to 54; 760 units, 24 sessions)');
  expect(card('comment-links')).toContain('4.4 (3.5 to 5.7; 700 units, 24 sessions)');
  expect(card('page-density')).toContain('Page views above 50%');
  expect(card('link-platforms')).toContain('65% (60% to 71%; 34 units, 24 sessions)');
  expect(card('link-platforms')).toContain('(Herfindahl–Hirschman): 0.49 (0.37 to 0.61; 34 units, 24 sessions)');
  expect(card('label-kinds')).toContain('Literally: “赞助” 44%, “广告” 20%.');
  expect(card('label-distance')).toContain('212 px (159 px to 265 px; 18 units, 24 sessions)');
  expect(card('categories')).toContain('open: S3 S4; kept inside: S2');
  expect(card('categories')).toContain('no title, or none of the known words');
  expect(card('health-knowledge')).toContain('科普, 营养师');
  expect(card('health-knowledge')).toContain('on notes that teachtoo few: 7 units in 2 sessions');
  expect(card('shop-rules')).toContain('80% (75% to 86%; 30 units, 24 sessions)');
  expect(card('ask-delay')).toContain('At most (median)9 hours (6.8 hours to 11.3 hours; 6 units, 24 sessions)');
  expect(text).not.toContain('undefined');
});

test('an export has no titles, and no cards about them', async () => {
  await show({ job: { state: 'done', result: { report } }, checks: undefined });
  for (const id of ['categories', 'health-knowledge', 'ask-delay', 'label-distance', 'spot-checks'])
    expect(document.getElementById(id)).toBeNull();
});

test('a period is chosen, and the work can be stopped', async () => {
  const { onSpan } = await show();
  await press(one('button', 'A year'));
  expect(onSpan.mock.calls).toEqual([['365']]);
  const { onStop, text } = await show({ job: { state: 'running', done: 12_000 } });
  expect(text).toContain('12,000 records read');
  await press(one('button', 'Stop'));
  expect(onStop).toHaveBeenCalledTimes(1);
});

test.each<[DensityProps['job'], string]>([
  [{ state: 'failed', why: 'failed' }, 'could not be computed'],
  [{ state: 'stopped' }, 'Choose a period'],
  [{ state: 'done', result: { report: { ...evening, units: 0 } } }, 'Nothing was on screen'],
])('%o: says so', async (job, words) => expect((await show({ job })).text).toContain(words));

describe('spot checks', () => {
  test('ask without the rules’ own word, and take a verdict', async () => {
    const { onVerdict } = await show();
    const asked = document.querySelector('#spot-checks .preview')!;
    expect(asked.textContent).toContain('秋天的第一件毛衣');
    expect(asked.textContent).not.toMatch(/赞助|served|rules/u);
    for (const name of ['It is an ad', 'Not an ad', 'Cannot tell']) await press(all('button', name)[0]!);
    expect(onVerdict.mock.calls.map(([, says]) => says as string)).toEqual(['ad', 'not-ad', 'unsure']);
    expect(all('link', 'Open the note')[0]?.getAttribute('rel')).toBe('noreferrer');
  });

  test('give the corrected share with its interval, once there are enough', async () => {
    await show();
    for (const figure of [
      ...['(precision)93% (88% to 100%)', '(recall)71% (66% to 78%)', 'rules and coder (κ)0.74 (0.69 to 0.81)'],
      ...['21% (16% to 27%; 900 units, 24 sessions)', 'put right27% (22% to 34%)'],
      'two coders over 20 cards (κ)0.80 (0.75 to 0.87)',
    ])
      expect(card('spot-checks')).toContain(figure);
    for (const part of [
      'Of 900 note cards',
      'served, declared or selling',
      'viewable or not',
      '2025-12-10',
      '90% could',
    ])
      expect(card('spot-checks')).toContain(part);
    await show({ checks: { coder: 1, queue: [], last: [], corrected: fewChecks } });
    expect(card('spot-checks')).toContain('3 that the rules called ads, 12 others. From 10 and 10 on');
    expect(card('spot-checks')).not.toContain('%');
  });

  test('tell no share of one evening, and no agreement over a handful of cards', async () => {
    await show({ checks: { coder: 1, queue: [], last: [], corrected: eveningChecks } });
    expect(card('spot-checks')).toContain('Share as the rules see ittoo few: 7 units in 2 sessions');
    expect(card('spot-checks')).toContain('Share with the error put rightToo few');
    expect(card('spot-checks')).toContain('two coders over 9 cards (κ)Too few');
  });

  test('what is wrong can be said unasked, and taken back', async () => {
    const { onTell } = await show();
    const told = document.querySelectorAll<HTMLElement>('#spot-checks .hit button');
    expect([...told].map((each) => [each.textContent, each.getAttribute('aria-pressed')])).toEqual([
      ['Not an ad', 'true'],
      ['Missed ad', 'false'],
    ]);
    for (const each of told) await press(each);
    expect(onTell.mock.calls.map(([{ key }, says]) => [key, says] as unknown)).toEqual([
      ['v|card:8', 'unsure'],
      ['v|card:9', 'ad'],
    ]);
    expect(card('spot-checks')).toContain('Said so far: 2 not an ad, 1 missed ads.');
  });

  test('a second coder judges alone', async () => {
    const { onCoder } = await show();
    await press(one('button', 'Second coder'));
    expect(onCoder.mock.calls).toEqual([[2]]);
  });
});
