import { recordKinds, type RecordKind } from './record-kinds';
import { currentTerms, hasConsented, type Consent } from './terms';

/** What the person switched, and what follows from it for a row. All times are epoch ms. */

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Of one tab, or of all. */
export interface OffTime {
  from: number;
  until: number;
  tab?: number;
}

export interface Settings {
  /** Nothing is recorded before it. */
  consent: Consent;
  recording: boolean;
  /** The copier may hand on what order pages load. */
  copiesAnswers: boolean;
  /** A row made before the switch was turned off is still wanted. */
  recordingChangedAt: number;
  /** A row made before everything was erased must not come back from a queue. */
  erasedAt: number;
  /** Nothing is recorded from here to there. */
  pause: { from: number; until: number };
  /** Tabs that the person paused, and since when. Their numbers end with the browser's run. */
  pausedTabs: readonly { tab: number; from: number }[];
  /** What was off then and is on again: a row that was made meanwhile may come late. */
  offTimes: readonly OffTime[];
  excludedAuthors: readonly string[];
  excludedNotes: readonly string[];
  /** Hosts of note sites. */
  excludedSites: readonly string[];
  /** Kinds that the person does not want recorded. */
  unwantedKinds: readonly RecordKind[];
  theme: Theme;
  /** A small picture is kept of what the person saves. */
  thumbnails: boolean;
}

/** Where the person switched nothing but agreed. */
export const defaultSettings: Settings = {
  consent: { terms: currentTerms, at: 0 },
  recording: true,
  copiesAnswers: true,
  recordingChangedAt: 0,
  erasedAt: 0,
  pause: { from: 0, until: 0 },
  pausedTabs: [],
  offTimes: [],
  excludedAuthors: [],
  excludedNotes: [],
  excludedSites: [],
  unwantedKinds: [],
  theme: 'auto',
  thumbnails: false,
};

/** More than anyone lists by hand; what is beyond is not taken, rather than an older one forgotten. */
export const mostPausedTabs = 100;
export const mostExcluded = 1_000;

/** Past this many the oldest is forgotten: no row waits in a queue for so long. */
export const mostOffTimes = 50;

function field(raw: unknown, name: string): unknown {
  return typeof raw === 'object' && raw !== null ? Reflect.get(raw, name) : undefined;
}

function timeIn(raw: unknown, name: string): number {
  const value = field(raw, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function listIn(raw: unknown, name: string): unknown[] {
  const list = field(raw, name);
  return Array.isArray(list) ? list : [];
}

/** Ids of authors or notes, as they may be listed. */
export function idsIn(raw: unknown, name: string): string[] {
  const isId = (id: unknown): id is string => typeof id === 'string' && id.length > 0 && id.length <= 100;
  return listIn(raw, name).filter(isId).slice(0, mostExcluded);
}

function offTimeOf(raw: unknown): OffTime {
  const tab = field(raw, 'tab');
  return { from: timeIn(raw, 'from'), until: timeIn(raw, 'until'), ...(typeof tab === 'number' && { tab }) };
}

export function decodeSettings(raw: unknown): Settings {
  const isOn = (name: 'recording' | 'copiesAnswers' | 'thumbnails') => {
    const value = field(raw, name);
    return typeof value === 'boolean' ? value : defaultSettings[name];
  };
  const pause = field(raw, 'pause');
  const tabs = listIn(raw, 'pausedTabs').filter((entry) => Number.isInteger(field(entry, 'tab')));
  const consent = field(raw, 'consent');
  return {
    consent: { terms: timeIn(consent, 'terms'), at: timeIn(consent, 'at') },
    recording: isOn('recording'),
    copiesAnswers: isOn('copiesAnswers'),
    recordingChangedAt: timeIn(raw, 'recordingChangedAt'),
    erasedAt: timeIn(raw, 'erasedAt'),
    pause: { from: timeIn(pause, 'from'), until: timeIn(pause, 'until') },
    pausedTabs: tabs.slice(0, mostPausedTabs).map((tab) => ({ tab: timeIn(tab, 'tab'), from: timeIn(tab, 'from') })),
    offTimes: listIn(raw, 'offTimes').slice(-mostOffTimes).map(offTimeOf),
    excludedAuthors: idsIn(raw, 'excludedAuthors'),
    excludedNotes: idsIn(raw, 'excludedNotes'),
    excludedSites: idsIn(raw, 'excludedSites'),
    unwantedKinds: recordKinds.filter((kind) => listIn(raw, 'unwantedKinds').includes(kind)),
    theme: themes.find((theme) => theme === field(raw, 'theme')) ?? 'auto',
    thumbnails: isOn('thumbnails'),
  };
}

/** When something happened, and in which tab as far as that is known. */
export interface Happening {
  at: number;
  tab?: number | undefined;
}

/**
 * Whether it may be recorded. A switch turned while the clock was ahead of `now` does not say what came before it: nothing
 * does, and what was off until later than now says nothing of a time when it is on.
 */
export function isRecorded(settings: Settings, { at, tab }: Happening, now: number): boolean {
  const { consent, recording, recordingChangedAt, erasedAt, pause, pausedTabs, offTimes } = settings;
  const isBefore = (switched: number) => switched <= now && at < switched;
  // Once the clock was put back behind it, everything seems to come before it.
  if (!hasConsented(consent) || (consent.at <= now && at < consent.at)) return false;
  if (erasedAt <= now && at < erasedAt) return false;
  if (!recording && !isBefore(recordingChangedAt)) return false;
  if (at < pause.until && !isBefore(pause.from)) return false;
  // What does not know its tab may be in any of them.
  const isElsewhere = (paused: number) => tab !== undefined && tab !== paused;
  const wasOff = ({ from, until, tab: paused }: OffTime) =>
    until <= now && from <= at && at < until && !(paused !== undefined && isElsewhere(paused));
  return pausedTabs.every((paused) => isBefore(paused.from) || isElsewhere(paused.tab)) && !offTimes.some(wasOff);
}

/** What something is about. */
export interface Subject {
  noteId?: string | undefined;
  /** `null`: it has one, and nobody knows who. Then it may be anyone. */
  authorId?: string | null | undefined;
  url?: string | undefined;
}

/** Whether the person wants nothing recorded of it. */
export function isExcluded(settings: Settings, { noteId, authorId, url }: Subject): boolean {
  const { excludedAuthors, excludedNotes, excludedSites } = settings;
  // `https://HOST/…`: the third part of an address.
  if (excludedSites.includes((url ?? '').split('/')[2] ?? '')) return true;
  if (authorId === null && excludedAuthors.length > 0) return true;
  const isListed = (id: string) => excludedAuthors.includes(id) || excludedNotes.includes(id);
  return (
    [noteId, authorId].some((id) => typeof id === 'string' && isListed(id)) || (url ?? '').split('/').some(isListed)
  );
}
