import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../utils/core/spot-checks';
import { mainly } from './browsers';
import { named, openDashboard, press, readText, words } from './support/dashboard';
import { eventually } from './support/eventually';
import { addExposures } from './support/made-rows';
import { answerAll, askedNote, figure } from './support/spot-checks';
import { middleOf } from './support/two-rates';
import { useStage } from './support/stage';

const says = words.spotCheck;
const minute = 60_000;
/** What was seen, each in a session of its own: cards with the label of an ad, and others before them, so that these are asked about first. */
const seen = { ads: 40, others: 160 };

const noteOf = (nth: number) => nth.toString(16).padStart(24, '6');
const adNotes = new Set(Array.from({ length: seen.ads }, (_ad, place) => noteOf(seen.others + place)));

function cards(now: number) {
  return Array.from({ length: seen.others + seen.ads }, (_card, nth) => ({
    ...{ id: `made-${String(nth)}`, type: 'exposure', at: now - (600 - nth) * 40 * minute, zoneMinutes: 480, tab: 1 },
    ...{ visit: 'made-visit', url: 'https://www.xiaohongshu.com/explore', site: 'xiaohongshu', pageKind: 'feed' },
    ...{ ruleVersion: 'made', feed: 'made-visit', entry: 1, durationMs: 2_000 },
    unit: {
      ...{ key: `card:${String(nth)}`, kind: 'note', position: nth, rect: [16, 20 + 420 * nth, 224, 400] },
      noteId: noteOf(nth),
      ...(adNotes.has(noteOf(nth)) && { label: { text: '赞助', kind: 'equivalent' }, signals: ['L3 label'] }),
    },
    states: [{ afterMs: 0, ratio: 1, active: true }],
  }));
}

const percent = (share: number) =>
  new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 }).format(share);

/** Two readers of the same cards, in a table of two by two: what they agree in beyond chance (Cohen 1960). */
function kappaOf([bothAd, firstAd, secondAd, neither]: readonly [number, number, number, number]): string {
  const all = bothAd + firstAd + secondAd + neither;
  const alike = (bothAd + neither) / all;
  const byChance = ((bothAd + firstAd) * (bothAd + secondAd) + (secondAd + neither) * (firstAd + neither)) / all ** 2;
  return ((alike - byChance) / (1 - byChance)).toFixed(2);
}

/** One of nine others is an ad all the same, and of the tenth nobody can tell; two of ten ads are none. */
function firstWord(_noteId: string, place: number): Verdict {
  if (place < 10) return place === 3 ? 'ad' : place === 5 ? 'unsure' : 'not-ad';
  return place === 12 || place === 17 ? 'not-ad' : 'ad';
}

/** As the first, but for three cards; and of one more the second cannot tell. */
function secondWord(first: Verdict, place: number): Verdict {
  if (place === 1) return 'unsure';
  return place === 3 || place === 14 ? 'not-ad' : place === 12 ? 'ad' : first;
}

/** A figure without its interval. */
async function valueOf(page: Page, word: string): Promise<string | undefined> {
  return (await figure(page, word))?.split(' (')[0];
}

async function counted(page: Page): Promise<string | undefined> {
  return page.$eval('#spot-checks [role="status"]', (status) => status.textContent);
}

const few = (ads: number, others: number) =>
  [ads, others, 10, 10].reduce<string>(
    (text, count, place) => text.replace(`$${String(place + 1)}`, String(count)),
    says.few,
  );

describe.each(mainly('chromium'))('in %s, spot checks', (kind) => {
  const stage = useStage(kind);

  test('are drawn, answered by two, and tell how well the rules do once there are enough', async () => {
    await stage.clear();
    await addExposures(stage.own, cards(Date.now()));
    const page = await openDashboard(stage, 'density');
    await page.waitForSelector(named('link', says.open));
    expect(await counted(page)).toBe(few(0, 0));

    // Ten of each kind are drawn; what the first coder says of them falls one short.
    const first = await answerAll(page, firstWord);
    expect(first.map(([noteId]) => adNotes.has(noteId))).toEqual(first.map((_answer, place) => place >= 10));
    expect(first).toHaveLength(20);
    expect(await readText(page)).toContain(says.none);
    await eventually(() => counted(page)).toBe(few(10, 9));
    expect(await figure(page, says.precision)).toBeUndefined();

    // Drawn anew, nobody is asked twice; one more answer is enough.
    await press(page, words.density.spans.quarter);
    await page.waitForSelector(named('link', says.open));
    const more = await answerAll(page, () => 'not-ad', 1);
    expect(first.map(([noteId]) => noteId)).not.toContain(more[0]?.[0]);
    await eventually(() => figure(page, says.checked)).toBe(
      says.counts.replace('$1', '10').replace('$2', '10').replace('$3', '1'),
    );

    // Of the ads 8 in 10 are, of the others 1 in 10: as many as that would be among all that were seen.
    const [found, missed] = [seen.ads * 0.8, seen.others * 0.1];
    const all = seen.ads + seen.others;
    expect(await valueOf(page, says.recall)).toBe(percent(found / (found + missed)));
    expect(await valueOf(page, says.kappa)).toBe(kappaOf([found, seen.ads - found, missed, seen.others - missed]));
    expect(await valueOf(page, says.observed)).toBe(percent(seen.ads / all));
    expect(await figure(page, says.observed)).toContain(`${String(all)} units, ${String(all)} sessions`);
    expect(await readText(page)).toContain(says.rests.split('$2')[0]?.replace('$1', String(all)));
    const within = async (word: string, share: number, weights: readonly [number, number]) => {
      const shown = (await figure(page, word)) ?? '';
      const [value, low = NaN, high = NaN] = shown.split(/[^\d.]+/).map(Number);
      const middle = middleOf([
        { weight: weights[0], yes: 8, no: 2 },
        { weight: weights[1], yes: 1, no: 9 },
      ]);
      expect(value).toBeCloseTo(100 * share, 5);
      expect(Math.abs(low - 100 * middle.low), shown).toBeLessThan(2);
      expect(Math.abs(high - 100 * middle.high), shown).toBeLessThan(2);
    };
    await within(says.precision, 0.8, [1, 0]);
    await within(says.corrected, (found + missed) / all, [seen.ads / all, seen.others / all]);

    // The second is asked about the same cards, and not told what was said of them.
    const before = [...first, ...more];
    expect(await figure(page, says.coders.n.replace('$1', '0'))).toBe(words.density.tooFew);
    await press(page, says.second);
    await eventually(() => askedNote(page)).toBe(before[0]?.[0]);
    const second = await answerAll(page, (_noteId, place) => secondWord(before[place]?.[1] ?? 'unsure', place));
    expect(second.map(([noteId]) => noteId)).toEqual(before.map(([noteId]) => noteId));
    const pairs = before.map(([, word], place) => `${word} ${second[place]?.[1] ?? ''}`);
    const times = (pair: string) => pairs.filter((each) => each === pair).length;
    const table = [times('ad ad'), times('ad not-ad'), times('not-ad ad'), times('not-ad not-ad')] as const;
    expect(table).toEqual([7, 2, 1, 9]);
    await eventually(() => valueOf(page, says.coders.n.replace('$1', '19'))).toBe(kappaOf(table));
    // Between rules and coder the first one's word counts, whatever the second says.
    expect(await valueOf(page, says.precision)).toBe(percent(0.8));
    await page.close();
  }, 240_000); // more than forty presses, each of which is kept before the next card is asked about
});
