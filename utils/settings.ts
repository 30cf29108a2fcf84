import { browser } from 'wxt/browser';
import {
  decodeSettings,
  defaultSettings,
  idsIn,
  isExcluded,
  isRecorded,
  mostExcluded,
  mostOffTimes,
  mostPausedTabs,
  type Happening,
  type OffTime,
  type Settings,
  type Subject,
  type Theme,
} from './core/switches';
import { isKindWanted, recordKinds, type RecordKind } from './core/record-kinds';
import { pausedUntil } from './core/pause';
import { currentTerms } from './core/terms';

/** What the person switched. The storage area is a parameter: pages, worker and content scripts reach it by different doors. */
export interface SettingsArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const settingsKey = 'settings';

export async function readSettings(area: Pick<SettingsArea, 'get'>): Promise<Settings> {
  return decodeSettings((await area.get(settingsKey))[settingsKey]);
}

async function changeSettings(area: SettingsArea, change: Partial<Settings>): Promise<void> {
  await area.set({ [settingsKey]: { ...(await readSettings(area)), ...change } });
}

export async function writeRecording(area: SettingsArea, recording: boolean, at: number): Promise<void> {
  const before = await readSettings(area);
  if (before.recording === recording) return; // it is off since the first press, and a second one changes nothing
  const off = { from: before.recordingChangedAt, until: at };
  const offTimes = recording ? withOffTime(before, off, at) : before.offTimes;
  await changeSettings(area, { recording, recordingChangedAt: at, offTimes });
}

/** The person agrees to the present terms. The first time counts, not a second press. */
export async function writeConsent(area: SettingsArea, at: number): Promise<void> {
  const { consent } = await readSettings(area);
  if (consent.terms !== currentTerms) await changeSettings(area, { consent: { terms: currentTerms, at } });
}

export async function writeKind(area: SettingsArea, kind: RecordKind, on: boolean): Promise<void> {
  const others = (await readSettings(area)).unwantedKinds.filter((other) => other !== kind);
  await changeSettings(area, { unwantedKinds: on ? others : [...others, kind] });
}

export function writeTheme(area: SettingsArea, theme: Theme): Promise<void> {
  return changeSettings(area, { theme });
}

function withOffTime(before: Settings, time: OffTime, at: number): readonly OffTime[] {
  const known = { ...time, from: sinceWhen(before, time, at), until: Math.min(time.until, at) };
  return [...before.offTimes, known].slice(-mostOffTimes);
}

/**
 * Since when something is off. What was switched off while the clock was ahead of `at` was so at an unknown time: after the
 * last moment at which it is known to have been on, if any.
 */
function sinceWhen(settings: Settings, { from, tab }: Omit<OffTime, 'until'>, at: number): number {
  if (from <= at) return from;
  const { consent, erasedAt, pause, recording, recordingChangedAt, offTimes } = settings;
  const ended = offTimes.filter((off) => off.tab === undefined || off.tab === tab).map(({ until }) => until);
  const known = [consent.at, erasedAt, pause.until, recording ? recordingChangedAt : 0, ...ended];
  return Math.max(0, ...known.filter((moment) => moment <= at));
}

/** Rows from before that are refused as erased. */
export function markErased(area: SettingsArea, at: number): Promise<void> {
  return changeSettings(area, { erasedAt: at, offTimes: [] });
}

/** Nothing was erased after all. */
export function unmarkErased(area: SettingsArea, { erasedAt, offTimes }: Settings): Promise<void> {
  return changeSettings(area, { erasedAt, offTimes });
}

/** Pauses everything until then; a time that is over ends the pause. */
export async function writePause(area: SettingsArea, until: number, at: number): Promise<void> {
  const before = await readSettings(area);
  const { pause } = before;
  const isOn = pausedUntil(before, at) !== undefined;
  // What happened in the pause that ends here stays unwanted, and so does what happened in the one before.
  const offTimes = isOn || pause.until === 0 ? before.offTimes : withOffTime(before, pause, at);
  const from = isOn ? sinceWhen(before, pause, at) : at;
  await changeSettings(area, { offTimes, pause: { from, until: Math.max(until, at) } });
}

/** @returns false when there are too many */
export async function writePausedTab(
  area: SettingsArea,
  { tab, on }: { tab: number; on: boolean },
  at: number,
): Promise<boolean> {
  const before = await readSettings(area);
  const others = before.pausedTabs.filter((paused) => paused.tab !== tab);
  const ended = before.pausedTabs.find((paused) => paused.tab === tab);
  const pausedTabs = on ? [...others, { tab, from: ended?.from ?? at }] : others;
  if (pausedTabs.length > mostPausedTabs) return false;
  const offTimes = ended && !on ? withOffTime(before, { ...ended, until: at }, at) : before.offTimes;
  await changeSettings(area, { pausedTabs, offTimes });
  return true;
}

/** The browser numbers its tabs anew with every run. */
export async function forgetPausedTabs(area: SettingsArea): Promise<void> {
  const { offTimes } = await readSettings(area);
  await changeSettings(area, { pausedTabs: [], offTimes: offTimes.filter(({ tab }) => tab === undefined) });
}

export interface Exclusion {
  what: 'author' | 'note' | 'site';
  id: string;
  on: boolean;
}

const exclusionLists = { author: 'excludedAuthors', note: 'excludedNotes', site: 'excludedSites' } as const;

/** @returns false when there are too many */
export async function writeExclusion(area: SettingsArea, { what, id, on }: Exclusion): Promise<boolean> {
  const name = exclusionLists[what];
  const others = (await readSettings(area))[name].filter((other) => other !== id);
  const listed = on ? [...others, id] : others;
  if (listed.length > mostExcluded) return false;
  await changeSettings(area, { [name]: listed });
  return true;
}

export async function writeThumbnails(area: SettingsArea, thumbnails: boolean): Promise<void> {
  await changeSettings(area, { thumbnails });
}

export async function writeCopies(area: SettingsArea, copiesAnswers: boolean): Promise<void> {
  await changeSettings(area, { copiesAnswers });
}

/** Whether a change of the stored values is one of the settings. */
export function hasNewSettings(changes: object, area: string): boolean {
  return area === 'local' && settingsKey in changes;
}

/** What the person switched, for a backup. When it was switched says nothing on another machine. */
export function listChosen(settings: Settings): Record<string, unknown> {
  const { recording, copiesAnswers, unwantedKinds, excludedAuthors, excludedNotes, excludedSites } = settings;
  return { recording, copiesAnswers, unwantedKinds, excludedAuthors, excludedNotes, excludedSites };
}

/** Takes over what a backup says was chosen; what it does not say, or says wrongly, stays. */
export async function takeChosen(area: SettingsArea, chosen: unknown, at: number): Promise<void> {
  const before = await readSettings(area);
  const said = (name: string): unknown => Reflect.get(Object(chosen), name);
  const [recording, copiesAnswers] = [said('recording'), said('copiesAnswers')];
  if (typeof copiesAnswers === 'boolean') await writeCopies(area, copiesAnswers);
  if (typeof recording === 'boolean' && recording !== before.recording) await writeRecording(area, recording, at);
  const withIds = (name: 'excludedAuthors' | 'excludedNotes' | 'excludedSites') =>
    [...new Set([...before[name], ...idsIn(chosen, name)])].slice(0, mostExcluded);
  const unwanted = [...before.unwantedKinds, ...decodeSettings(chosen).unwantedKinds];
  await changeSettings(area, {
    unwantedKinds: recordKinds.filter((kind) => unwanted.includes(kind)),
    excludedAuthors: withIds('excludedAuthors'),
    excludedNotes: withIds('excludedNotes'),
    excludedSites: withIds('excludedSites'),
  });
}

/**
 * Gives a page of ours the look that the person chose. What was chosen last is known at once from the page's own storage,
 * so that no page opens in the wrong one.
 */
export function followTheme({ documentElement }: Document, kept: Storage): void {
  const take = (theme: string) => {
    if (theme === 'light' || theme === 'dark') documentElement.dataset['theme'] = theme;
    else delete documentElement.dataset['theme'];
    kept.setItem('theme', theme);
  };
  take(kept.getItem('theme') ?? 'auto');
  const { local, onChanged } = browser.storage;
  void readSettings(local).then(({ theme }) => take(theme));
  onChanged.addListener((changes, area) => {
    const change = changes[settingsKey];
    if (area === 'local' && change) take(decodeSettings(change.newValue).theme);
  });
}

/** The settings as a page's script sees them, kept up to date. */
export function watchSettings() {
  // What the person does before they are read is for the background to judge: it knows when each switch was turned.
  let settings = defaultSettings;
  let waiting: (() => void)[] | undefined = [];
  const turned: (() => void)[] = [];
  const know = () => {
    const due = waiting ?? [];
    waiting = undefined;
    for (const each of due) each();
  };
  const take = (read: Settings) => {
    settings = read;
    know();
    for (const each of turned) each();
  };
  const { local, onChanged } = browser.storage;
  // They may not be there for an orphaned script: it goes quiet at its next event.
  void readSettings(local).then(take).catch(know);
  onChanged.addListener((changes, area) => {
    const change = changes[settingsKey];
    if (area === 'local' && change) take(decodeSettings(change.newValue));
  });
  const mayRecord = (happening: Happening) => isRecorded(settings, happening, Date.now());
  return {
    isRecording: (tab?: number) => mayRecord({ at: Date.now(), tab }),
    erasedAt: () => settings.erasedAt,
    isExcluded: (subject: Subject) => isExcluded(settings, subject),
    // By the time it tells of. Which tab a row without one is of, its message says: that is no other's pause.
    isWanted: ({ type, at, tab = -1 }: Happening & { type: string }) =>
      isKindWanted(type, settings.unwantedKinds) && mayRecord({ at, tab }),
    onSwitch: (each: () => void) => void turned.push(each),
    /** At once, or as soon as the settings are read. */
    whenKnown: (doing: () => void) => (waiting ? void waiting.push(doing) : doing()),
  };
}
