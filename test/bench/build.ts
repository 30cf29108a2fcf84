import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildAside, makeFolder } from '../tools/build-aside';
import { addOwnPage } from '../tools/own-page';
import { pages, type PageName } from './pages';

/** Builds the extension as it ships, into a folder of its own: a build beside us cannot change it under the run. */
export async function buildExtension(): Promise<string> {
  return buildAside({});
}

/** Puts a benchmark's page into a copy of the built extension. */
export async function addPage(extensionDir: string, name: PageName): Promise<void> {
  const inputPath = fileURLToPath(new URL('./index.html', pages[name]));
  await addOwnPage(extensionDir, { name: pageName(name), inputPath });
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
