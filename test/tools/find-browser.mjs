import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, join } from 'node:path';

const home = homedir();
const programs = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
const inPath = (...names) =>
  names.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)));
const inApps = (...names) =>
  names.flatMap((name) => ['/Applications', join(home, 'Applications')].map((dir) => join(dir, macBinary(name))));
const inPrograms = (...names) => names.flatMap((name) => programs.map((dir) => join(dir, ...name.split('/'))));

// Chromium and Chrome for Testing first: they take an extension without further asking.
const chromiums = {
  linux: () => [
    ...inPath('chromium', 'chromium-browser'),
    ...downloaded(),
    ...inPath('google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge', 'brave-browser'),
  ],
  darwin: () => [
    ...inApps('Chromium', 'Google Chrome for Testing'),
    ...downloaded(),
    ...inApps('Google Chrome', 'Microsoft Edge', 'Brave Browser'),
  ],
  win32: () => [
    ...inPrograms('Chromium/Application/chrome.exe'),
    ...downloaded(),
    ...inPrograms('Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'),
    ...inPrograms('BraveSoftware/Brave-Browser/Application/brave.exe'),
  ],
};

const firefoxes = {
  linux: () => inPath('firefox-esr', 'firefox'),
  darwin: () => inApps('Firefox').map((path) => path.replace(/Firefox$/u, 'firefox')),
  win32: () => inPrograms('Mozilla Firefox/firefox.exe'),
};

/** The browser named in BACAO_BROWSER, else the first installed one of the Chromium family. */
export function findChromium() {
  return named('BACAO_BROWSER') ?? firstThatRuns(chromiums);
}

/** The browser named in BACAO_FIREFOX, else an installed Firefox. */
export function findFirefox() {
  return named('BACAO_FIREFOX') ?? firstThatRuns(firefoxes);
}

function named(variable) {
  const path = process.env[variable];
  if (!path) return undefined;
  if (existsSync(path)) return path;
  throw new Error(`${variable} names ${path}, which does not exist.`);
}

function firstThatRuns(places) {
  const paths = places[process.platform]?.() ?? [];
  return paths.find((path) => existsSync(path) && !isSnap(path) && runs(path));
}

// A snap sees neither the temporary profile nor a build in a hidden folder.
function isSnap(path) {
  return basename(realpathSync(path)) === 'snap';
}

// Ubuntu ships a script in Chromium's place that only tells you to install a snap. Windows opens a window instead.
function runs(path) {
  if (process.platform !== 'linux') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function macBinary(name) {
  return `${name}.app/Contents/MacOS/${name}`;
}

/** What playwright or puppeteer downloaded, newest first. */
function downloaded() {
  const cache = { linux: join(home, '.cache'), darwin: join(home, 'Library', 'Caches') };
  const root = cache[process.platform] ?? process.env.LOCALAPPDATA ?? home;
  const playwright = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(root, 'ms-playwright');
  const folders = [...newest(playwright, /^chromium-\d/u), ...newest(join(home, '.cache/puppeteer/chrome'), /\d/u)];
  return folders.flatMap((folder) => newest(folder, /^chrome-/u)).flatMap(binaries);
}

function newest(folder, pattern) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => pattern.test(name));
  return names.sort((a, b) => b.localeCompare(a, 'en', { numeric: true })).map((name) => join(folder, name));
}

function binaries(folder) {
  const apps = ['Chromium', 'Google Chrome for Testing'].map(macBinary);
  return ['chrome', 'chrome.exe', ...apps].map((name) => join(folder, name));
}
