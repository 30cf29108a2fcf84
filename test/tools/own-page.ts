import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildAside } from './build-aside';

interface OwnEntry {
  /** The page is `<name>.html`, the script `<name>.js`. */
  name: string;
  inputPath: string;
  browser?: 'chrome' | 'firefox';
}

/**
 * Puts a page of ours into a copy of the built extension. It is built with the product's own configuration and alone, so
 * that it shares no chunk with what ships.
 */
export function addOwnPage(extensionDir: string, entry: OwnEntry): Promise<void> {
  return addEntry(extensionDir, 'unlisted-page', entry);
}

/** The same with a script, to be run in a tab. */
export function addOwnScript(extensionDir: string, entry: OwnEntry): Promise<void> {
  return addEntry(extensionDir, 'unlisted-script', entry);
}

async function addEntry(
  extensionDir: string,
  type: 'unlisted-page' | 'unlisted-script',
  { name, inputPath, browser = 'chrome' }: OwnEntry,
): Promise<void> {
  const entry = { name, type, inputPath } as const;
  const built = await buildAside({
    browser,
    manifestVersion: 3,
    filterEntrypoints: [name],
    hooks: { 'entrypoints:found': (_wxt, entries) => void entries.push(entry) },
  });
  for (const part of [`${name}.html`, `${name}.js`, 'chunks', 'assets']) {
    if (!existsSync(join(built, part))) continue;
    cpSync(join(built, part), join(extensionDir, part), { recursive: true });
  }
}
