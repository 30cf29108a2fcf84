import { browser } from 'wxt/browser';

/** What the person switched. The storage area is a parameter: pages, worker and content scripts reach it by different doors. */
export interface SettingsArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export interface Settings {
  recording: boolean;
  /** Epoch ms. A row made before the switch was turned off is still wanted. */
  recordingChangedAt: number;
  /** Epoch ms. A row made before everything was erased must not come back from a queue. */
  erasedAt: number;
}

const settingsKey = 'settings';
const defaultSettings: Settings = { recording: true, recordingChangedAt: 0, erasedAt: 0 };

function decodeSettings(raw: unknown): Settings {
  if (typeof raw !== 'object' || raw === null) return defaultSettings;
  const time = (name: string) => {
    const value: unknown = Reflect.get(raw, name);
    return typeof value === 'number' && Number.isFinite(value) ? value : 0;
  };
  const recording: unknown = Reflect.get(raw, 'recording');
  return {
    recording: typeof recording === 'boolean' ? recording : defaultSettings.recording,
    recordingChangedAt: time('recordingChangedAt'),
    erasedAt: time('erasedAt'),
  };
}

export async function readSettings(area: SettingsArea): Promise<Settings> {
  return decodeSettings((await area.get(settingsKey))[settingsKey]);
}

async function changeSettings(area: SettingsArea, change: Partial<Settings>): Promise<void> {
  await area.set({ [settingsKey]: { ...(await readSettings(area)), ...change } });
}

export function writeRecording(area: SettingsArea, recording: boolean, at: number): Promise<void> {
  return changeSettings(area, { recording, recordingChangedAt: at });
}

export function markErased(area: SettingsArea, at: number): Promise<void> {
  return changeSettings(area, { erasedAt: at });
}

/**
 * Whether something that happened at `at` may be recorded. A switch turned while the clock was ahead of `now` says nothing
 * about the time until then: it counts as turned now.
 */
export function isRecorded(settings: Settings, at: number, now: number): boolean {
  if (settings.erasedAt <= now && at < settings.erasedAt) return false;
  return settings.recording || at < Math.min(settings.recordingChangedAt, now);
}

/** The settings as a page's script sees them, kept up to date. */
export function watchSettings() {
  // Until the setting is read the background decides: it knows when the switch was turned.
  let settings = defaultSettings;
  const { local, onChanged } = browser.storage;
  void readSettings(local)
    .then((stored) => (settings = stored))
    .catch(() => undefined); // an orphaned script: it goes quiet at its next event
  onChanged.addListener((changes, area) => {
    const change = changes[settingsKey];
    if (area === 'local' && change) settings = decodeSettings(change.newValue);
  });
  return { isRecording: () => settings.recording, erasedAt: () => settings.erasedAt };
}
