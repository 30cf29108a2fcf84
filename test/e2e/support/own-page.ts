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
