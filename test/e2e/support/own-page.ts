import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../tools/build-aside';
import { addOwnPage, addOwnScript } from '../../tools/own-page';
import { builtExtension, type BrowserKind } from '../browsers';

function copyOf(kind: BrowserKind): string {
  const dir = makeFolder();
  cpSync(builtExtension(kind), dir, { recursive: true });
  return dir;
}

const targetOf = (kind: BrowserKind) => (kind === 'chromium' ? 'chrome' : 'firefox');

/** A copy of the built extension with a page of the tests in it, which runs the product's own modules. */
export async function extensionWithPage(kind: BrowserKind, name: string): Promise<string> {
  const dir = copyOf(kind);
  const inputPath = join(import.meta.dirname, '../pages', name, 'index.html');
  await addOwnPage(dir, { name: `test-${name}`, inputPath, browser: targetOf(kind) });
  return dir;
}

/** The same with a script of the tests, `test-<name>.js`, which runs where the product's scripts do. */
export async function extensionWithScript(kind: BrowserKind, name: string): Promise<string> {
  const dir = copyOf(kind);
  const inputPath = join(import.meta.dirname, '../scripts', `${name}.ts`);
  await addOwnScript(dir, { name: `test-${name}`, inputPath, browser: targetOf(kind) });
  return dir;
}

/** The same with the pages that show every state of our own ones. */
export async function extensionWithStates(kind: BrowserKind): Promise<string> {
  const dir = copyOf(kind);
  for (const [name, place] of Object.entries({ gallery: 'gallery', 'gallery-popup': 'popup' })) {
    const inputPath = join(import.meta.dirname, '../../shots', place, 'index.html');
    await addOwnPage(dir, { name, inputPath, browser: targetOf(kind) });
  }
  return dir;
}

/**
 * A copy in one of the catalogue's languages: a browser without language packs speaks English whatever it is told, so
 * English is made to be the other one.
 */
export function speaking(extensionDir: string, locale: string): string {
  const dir = makeFolder();
  cpSync(extensionDir, dir, { recursive: true });
  cpSync(join(extensionDir, '_locales', locale), join(dir, '_locales/en'), { recursive: true });
  return dir;
}
