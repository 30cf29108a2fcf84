import { existsSync, lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNpm } from './run.mjs';

/** Installs the locked packages if they are missing or older than the lock file. */
export async function ensurePackages() {
  // A linked folder belongs to another checkout: `npm ci` would empty it through the link.
  if (areInstalled() || isLinked()) return;
  console.log('Installing packages …');
  const code = await runNpm(['ci', '--no-audit', '--no-fund']);
  if (code !== 0) throw new Error('npm ci failed: see its message above.');
}

function isLinked() {
  const folder = join(root, 'node_modules');
  return lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function areInstalled() {
  // npm writes this file last, so a broken-off install has none.
  const installed = join(root, 'node_modules', '.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}
