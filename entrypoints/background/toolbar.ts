import { i18n } from '@/utils/i18n';
import browser from 'webextension-polyfill';
import { type ButtonState, buttonState } from '@/utils/core/button-state';
import type { PageSideEvent } from '@/utils/core/events';
import type { Trouble } from '@/utils/core/health';
import { decodePassing, healthKey } from '@/utils/core/health-decode';
import { pausedUntil } from '@/utils/core/pause';
import { matchesPattern } from '@/utils/core/patterns';
import { readSettings } from '@/utils/settings';
import { notePages } from './note-pages';
import { linkCounts } from '@/utils/writer/link-counts';

const troubleTitles: Record<Trouble['kind'], () => string> = {
  full: () => i18n.t('alerts.fullTitle'),
  newer: () => i18n.t('errors.newer'),
  blocked: () => i18n.t('errors.blocked'),
  broken: () => i18n.t('errors.broken'),
};

const icons = {
  lively: { 16: '/icon/16.png', 32: '/icon/32.png' },
  still: { 16: '/icon/paused-16.png', 32: '/icon/paused-32.png' },
};

const soonMs = 400;
const colours = { alarm: '#ab2b22', calm: '#1a7541' };

interface Standing {
  state: ButtonState;
  trouble: Trouble | undefined;
}

function titleOf({ state, trouble }: Standing): string {
  const name = i18n.t('name');
  if (trouble) return `${name}: ${troubleTitles[trouble.kind]()}`;
  if (state === 'consent') return `${name}: ${i18n.t('button.consent')}`;
  return state === 'paused' ? `${name}: ${i18n.t('button.paused')}` : name;
}

function isAlarming({ state }: Standing): boolean {
  return state === 'trouble' || state === 'consent';
}

async function readStanding(told: Trouble | undefined, tab?: number): Promise<Standing> {
  const session = await browser.storage.session.get(healthKey);
  const trouble = told ?? decodePassing(session[healthKey]).trouble;
  const settings = await readSettings(browser.storage.local);
  return { trouble, state: buttonState(settings, { now: Date.now(), tab, isTroubled: trouble !== undefined }) };
}

/** A pause ends by the clock: nothing else would draw the button then. */
async function wakeAfterPause(): Promise<void> {
  const until = pausedUntil(await readSettings(browser.storage.local), Date.now());
  if (until !== undefined) void browser.alarms.create('pause-ends', { when: until });
}

/** A page that opens asks which tab it is in, and its first rows need the answer: that goes before any drawing. */
function inAMoment(draw: (tab: number) => Promise<void>) {
  const waiting = new Set<number>();
  return (tab: number): void => {
    if (waiting.has(tab)) return;
    waiting.add(tab);
    setTimeout(() => {
      waiting.delete(tab);
      void draw(tab);
    }, soonMs);
  };
}

/**
 * The button in the toolbar: it records, it is paused, it needs a look; and how many shop links the note in a tab has
 * shown. It tells that even when no page of ours is open and no disk takes anything.
 */
export function toolbarButton() {
  const counts = linkCounts(browser.storage.session);
  /** When there is no room to note it, it is known here. */
  let told: Trouble | undefined;

  /** `null`: a tab without anything of its own shows what holds everywhere. */
  const textOf = async (standing: Standing, tab?: number): Promise<string | null> => {
    if (tab === undefined) return isAlarming(standing) ? '!' : '';
    const { url = '' } = await browser.tabs.get(tab);
    const isNote = notePages.some((pattern) => matchesPattern(pattern, url));
    const count = isNote && standing.state === 'recording' ? await counts.countOf(tab) : 0;
    return count > 0 ? String(count) : null;
  };

  const draw = async (tab?: number): Promise<void> => {
    const standing = await readStanding(told, tab);
    const place = tab === undefined ? {} : { tabId: tab };
    const path = standing.state === 'recording' ? icons.lively : icons.still;
    const color = isAlarming(standing) ? colours.alarm : colours.calm;
    const { action }: { action: Partial<typeof browser.action> } = browser; // on a phone it is an entry of a menu
    await Promise.all([
      action.setBadgeText?.({ ...place, text: await textOf(standing, tab) }),
      action.setBadgeBackgroundColor?.({ ...place, color }),
      action.setIcon?.({ ...place, path }),
      action.setTitle?.({ ...place, title: titleOf(standing) }),
    ]);
  };

  const drawTab = (tab: number) => draw(tab).catch(() => undefined); // closed since

  /** Everywhere, and in the tabs in front: nobody sees the others until they come there. */
  const drawAll = async (): Promise<void> => {
    await draw();
    const front = await browser.tabs.query({ active: true });
    await Promise.all(front.map(({ id }) => (id === undefined ? undefined : drawTab(id))));
  };

  const drawSoon = inAMoment(drawTab);

  return {
    drawAll,
    drawSoon,
    redrawAfterSwitch: async (): Promise<void> => {
      await wakeAfterPause();
      await drawAll();
    },
    showTrouble: (trouble: Trouble | undefined): Promise<void> => {
      told = trouble;
      return drawAll();
    },
    onTold: (tab: number, rows: readonly PageSideEvent[]): void => {
      const counting = counts.take(tab, rows).then((count) => (count === undefined ? undefined : drawSoon(tab)));
      counting.catch(() => undefined); // without a memory nothing is counted; what was told is stored all the same
    },
  };
}
