import browser from 'webextension-polyfill';
import { pausedUntil } from '@/utils/core/pause';
import { standingOf } from '@/utils/core/terms';
import { listConnections } from '@/utils/messages/connect';
import { platforms } from '@/utils/platforms/list';
import { readSettings } from '@/utils/settings';
import type { Change } from './change';

/** @param tab the one in front */
export async function readSwitches(tab: number | undefined, now: number): Promise<Change> {
  const settings = await readSettings(browser.storage.local);
  const { recording, copiesAnswers, consent, pausedTabs, excludedAuthors, excludedNotes } = settings;
  const until = pausedUntil(settings, now);
  return {
    recording,
    copies: copiesAnswers,
    consent: standingOf(consent),
    leftOut: { authors: excludedAuthors, notes: excludedNotes },
    pause: { tab: pausedTabs.some((paused) => paused.tab === tab), ...(until !== undefined && { until }) },
  };
}

export async function readConnections(): Promise<Change> {
  return { connections: await listConnections(platforms) };
}
