import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Driver } from '../e2e/browsers';

/** The folder that holds the ledger's database while the browser is off. */
export function databaseFolder({ kind, profileDir, extensionUrl }: Driver): string {
  const host = new URL(extensionUrl('')).host;
  const parents = kind === 'chromium' ? ['Default/IndexedDB'] : ['storage/default', 'storage/permanent'];
  // Firefox keeps what `storage.local` holds under the same name with a suffix: that is another database.
  const name = kind === 'chromium' ? `chrome-extension_${host}_0.indexeddb.leveldb` : `moz-extension+++${host}`;
  const folders = parents.flatMap((parent) => list(join(profileDir, parent)));
  const found = folders.find((folder) => basename(folder) === name);
  if (found === undefined) throw new Error(`There is no ${name} in ${profileDir}.`);
  return kind === 'chromium' ? found : join(found, 'idb');
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return []; // a profile has not every folder
  }
}

/** The largest file whose name matches: there are several logs and tables, and the small ones may hold nothing. */
function fileIn(folder: string, pattern: RegExp): string {
  const files = list(folder).filter((file) => pattern.test(basename(file)));
  const [largest] = files.sort((a, b) => statSync(b).size - statSync(a).size);
  if (largest === undefined) throw new Error(`${folder} holds nothing like ${String(pattern)}.`);
  return largest;
}

/** What was done to which file, with the first digits of its hash before and after. */
export type Damage = (folder: string) => string;

const change =
  (pattern: RegExp, spoil: (file: string) => void): Damage =>
  (folder) => {
    const file = fileIn(folder, pattern);
    const before = hashOf(file);
    spoil(file);
    return `${basename(file)} ${before} → ${hashOf(file)}`;
  };

function hashOf(file: string): string {
  const content = statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
  return content ? createHash('sha256').update(content).digest('hex').slice(0, 8) : 'gone';
}

const flip = (file: string) => {
  const bytes = readFileSync(file);
  for (let at = bytes.length >> 2; at < (bytes.length >> 2) + 200; at++) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
};

const overwrite = (from: (size: number) => number, length: number) => (file: string) => {
  const bytes = readFileSync(file);
  const start = from(bytes.length);
  bytes.fill(0x41, start, Math.min(bytes.length, start + length));
  writeFileSync(file, bytes);
};

const empty = (file: string) => truncateSync(file, 0);
const remove = (file: string) => rmSync(file);
const cutInHalf = (file: string) => truncateSync(file, statSync(file).size >> 1);

const log = /\.log$/u;
const table = /\.ldb$/u;
const sqlite = /\.sqlite$/u;

/** What was seen to happen to such files, browser by browser. */
export const damages: Record<Driver['kind'], Record<string, Damage>> = {
  chromium: {
    'CURRENT emptied': change(/^CURRENT$/u, empty),
    'MANIFEST overwritten': change(
      /^MANIFEST/u,
      overwrite(() => 0, 4_096),
    ),
    'MANIFEST deleted': change(/^MANIFEST/u, remove),
    'log flipped': change(log, flip),
    'table flipped': change(table, flip),
    'table deleted': change(table, remove),
    'folder replaced by a file': (folder) => {
      rmSync(folder, { recursive: true });
      writeFileSync(folder, 'x');
      return `${basename(folder)} is a file`;
    },
  },
  firefox: {
    'database emptied': change(sqlite, empty),
    'header overwritten': change(
      sqlite,
      overwrite(() => 0, 200),
    ),
    'middle overwritten': change(
      sqlite,
      overwrite((size) => size >> 1, 8_192),
    ),
    'database deleted': change(sqlite, remove),
    'origin metadata deleted': (folder) => change(/^\.metadata-v2$/u, remove)(join(folder, '..')),
  },
};

export const cutLog = change(log, cutInHalf);
