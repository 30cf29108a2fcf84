import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'wxt';
import { pages, type PageName } from './pages';

const temporary: string[] = [];
process.on('exit', () => {
  for (const dir of temporary) rmSync(dir, { recursive: true, force: true, maxRetries: 10 });
});

/** An empty folder outside the project that goes when the run ends. */
export function makeFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'bacao-bench-'));
  temporary.push(dir);
  return dir;
}

/** Builds the extension as it ships, into a folder of its own: a build beside us cannot change it under the run. */
export async function buildExtension(): Promise<string> {
  return buildInto({});
}

/**
 * Puts a page of ours into a copy of the built extension. It is built with the product's own configuration and alone, so
 * that it shares no chunk with what ships.
 */
export async function addPage(extensionDir: string, name: PageName): Promise<void> {
  const inputPath = fileURLToPath(new URL('./index.html', pages[name]));
  const entry = { name: pageName(name), type: 'unlisted-page', inputPath } as const;
  const built = await buildInto({
    filterEntrypoints: [entry.name],
    hooks: { 'entrypoints:found': (_wxt, entries) => void entries.push(entry) },
  });
  for (const part of [`${entry.name}.html`, 'chunks']) {
    cpSync(join(built, part), join(extensionDir, part), { recursive: true });
  }
}

/** A folder that holds the same files: loaded from elsewhere it is another extension, with a database of its own. */
export function copyExtension(extensionDir: string): string {
  const copy = makeFolder();
  cpSync(extensionDir, copy, { recursive: true });
  return copy;
}

export function pageFile(name: PageName): string {
  return `${pageName(name)}.html`;
}

function pageName(name: PageName): string {
  return `bench-${name}`;
}

async function buildInto(config: InlineConfig): Promise<string> {
  const outDir = makeFolder();
  await build({ ...config, outDir, outDirTemplate: 'built', browser: 'chrome', logger: errorsOnly });
  return join(outDir, 'built');
}

const ignore = (): void => undefined;
const errorsOnly = {
  debug: ignore,
  log: ignore,
  info: ignore,
  warn: ignore,
  success: ignore,
  level: 0,
  error: (...words: unknown[]) => console.error(...words),
  fatal: (...words: unknown[]) => console.error(...words),
};
