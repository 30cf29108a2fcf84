import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, findFirefox } from './find-browser.mjs';
import { run, runNpm } from './run.mjs';

/** Finds a browser of the Chromium family, or gets one; resolves to its path. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  return (
    (await installByApt('chromium', findChromium)) ??
    (await installByPlaywright()) ??
    fail('Chromium, Chrome, Edge or Brave')
  );
}

/** Finds Firefox, or gets it where apt can; resolves to its path. */
export async function ensureFirefox() {
  return findFirefox() ?? (await installByApt('firefox-esr', findFirefox)) ?? fail('Firefox');
}

/** Without a Chinese font the pages show empty boxes: worth an install, not worth a failure. */
export async function ensureFont() {
  if (process.platform !== 'linux' || hasFont()) return;
  const installed = await installByApt('fonts-noto-cjk', () => hasFont() || undefined);
  if (!installed) console.warn('No Chinese font is installed: Chinese text will show as boxes.');
}

function fail(what) {
  throw new Error(
    `No browser: install ${what}, or name its program in BACAO_${what === 'Firefox' ? 'FIREFOX' : 'BROWSER'}.`,
  );
}

function hasFont() {
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.trim() !== '';
}

async function installByApt(packageName, find) {
  if (!canUseApt()) return undefined;
  console.log(`Installing ${packageName} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  await run('apt-get', ['install', '-yq', '--no-install-recommends', packageName], { env });
  return find();
}

function canUseApt() {
  return process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get');
}

async function installByPlaywright() {
  console.log('Downloading Chromium …');
  // On a bare Linux the libraries it needs come by apt, which is root's to call.
  const libraries = canUseApt() ? ['--with-deps'] : [];
  await runNpm(['exec', '--yes', 'playwright@1.65.1', '--', 'install', ...libraries, 'chromium']);
  return findChromium();
}
