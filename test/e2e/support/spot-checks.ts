import type { Page } from 'puppeteer-core';
import type { Verdict } from '../../../utils/core/spot-checks';
import { named, press, words } from './dashboard';
import { eventually } from './eventually';

const says = words.spotCheck;
const buttons: Record<Verdict, string> = { ad: says.ad, 'not-ad': says.notAd, unsure: says.unsure };

/** Which note is asked about, by where its link leads; nothing where nothing is left. */
export async function askedNote(page: Page): Promise<string | undefined> {
  const link = await page.$(named('link', says.open));
  const href = await link?.evaluate((anchor) => anchor.getAttribute('href'));
  return href?.split('/').at(-1);
}

/** Answers until nothing is left, or as often as `most` says; gives the answers in their order. */
export async function answerAll(
  page: Page,
  verdictOn: (noteId: string, place: number) => Verdict,
  most = Infinity,
): Promise<[noteId: string, verdict: Verdict][]> {
  const answers: [string, Verdict][] = [];
  for (let asked = await askedNote(page); asked !== undefined && answers.length < most; asked = await askedNote(page)) {
    const verdict = verdictOn(asked, answers.length);
    answers.push([asked, verdict]);
    await press(page, buttons[verdict]);
    await eventually(() => askedNote(page)).not.toBe(asked);
  }
  return answers;
}

/** What stands beside a word among the figures; nothing where there are none. */
export async function figure(page: Page, word: string): Promise<string | undefined> {
  const facts = await page.$$eval('#spot-checks dt', (terms) =>
    terms.map((term) => [term.textContent, term.nextElementSibling?.textContent ?? undefined] as const),
  );
  return facts.find(([term]) => term === word)?.[1];
}
