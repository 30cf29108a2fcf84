import browser from 'webextension-polyfill';
import type { SpotChecks } from '@/components/dashboard/density/spot-check-card';
import type { Candidate, SpotCheck, Verdict } from '@/utils/core/spot-checks';
import { correctedReport, type Population } from '@/utils/density/corrected';
import type { Happening } from '@/utils/export/terms';
import { titlesIn } from '@/utils/ledger/export-source';
import { tellBackground } from '@/utils/messages/ask';
import { candidateTally } from '@/utils/report/candidates';
import { sites } from '@/utils/sites/list';
import { readSpotChecks } from '@/utils/writer/spot-checks';
import type { Desk } from '../view';

/** Draws cards to be judged while the figures are computed, keeps the verdicts, and says what they come to. */
export function spotCheckWork(desk: Desk, show: (checks: SpotChecks) => void) {
  let coder: 1 | 2 = 1;
  let done: SpotCheck[] = [];
  let drawn: { candidates: Candidate[]; last: Candidate[]; population: Population } = {
    ...{ candidates: [], last: [] },
    population: { ads: 0, others: 0, undecided: 0, rules: new Set(), sessions: [] },
  };
  const showAgain = () => {
    const isDone = (key: string) => done.some((check) => check.key === key && check.coder === coder && !check.told);
    // The second coder is asked about what the first one has judged, and is not told how.
    const cards = coder === 1 ? drawn.candidates : judgedByFirst(done, drawn.candidates);
    const queue = cards.filter(({ key }) => !isDone(key)).map((each) => ({ ...each, url: urlOf(each.noteId) }));
    const last = drawn.last.map((each) => ({ ...each, url: urlOf(each.noteId), says: toldOf(done, each.key) }));
    show({ coder, queue, last, corrected: correctedReport(done, drawn.population) });
  };
  const keep = async (check: Omit<SpotCheck, 'at'>) => {
    await tellBackground({ type: 'spot-check', check });
    done = await readSpotChecks(browser.storage.local);
    showAgain();
  };
  return {
    /** Draws anew: gives what has to be told of everything that passes. */
    async begin() {
      done = await readSpotChecks(browser.storage.local);
      // What somebody said unasked may be drawn all the same: left out, only cards without fault would be drawn.
      const known = new Set(done.filter((check) => check.coder === 1 && !check.told).map(({ key }) => key));
      const tally = candidateTally(Math.random, (key) => known.has(key));
      return {
        hear: (event: Happening) => tally.add(event),
        end: async () => {
          const titles = await titlesIn(await desk.open());
          const titled = (all: Candidate[]) => all.map((each) => withTitle(each, titles.get(each.noteId)));
          const [candidates, last] = [titled(tally.candidates()), titled(tally.last())];
          drawn = { candidates, last, population: tally.population() };
          showAgain();
        },
      };
    },
    actions: {
      onCoder: (next: 1 | 2) => {
        coder = next;
        showAgain();
      },
      onVerdict: (candidate: Candidate, says: Verdict) => keep({ ...named(candidate), says, coder }),
      onTell: (candidate: Candidate, says: Verdict) => keep({ ...named(candidate), says, coder: 1, told: true }),
    },
  };
}

function named({ key, noteId, isAd, rules, at }: Candidate) {
  return { key, noteId, isAd, rules, shownAt: at };
}

/** What was said of a card unasked, if that stands. */
function toldOf(done: readonly SpotCheck[], key: string): Verdict | undefined {
  return done.find((check) => check.key === key && check.told)?.says;
}

function withTitle(candidate: Candidate, title: string | undefined): Candidate {
  return title === undefined ? candidate : { ...candidate, title };
}

function judgedByFirst(done: readonly SpotCheck[], drawn: readonly Candidate[]): Candidate[] {
  return done
    .filter((check) => check.coder === 1 && !check.told)
    .map((check) => drawn.find(({ key }) => key === check.key) ?? { ...check, at: check.shownAt ?? check.at });
}

/** Where the card led; the site may ask for more than an id and not show it. */
function urlOf(noteId: string): string {
  return sites[0]?.noteUrl(noteId) ?? '';
}
