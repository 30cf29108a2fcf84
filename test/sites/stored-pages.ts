import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../fixtures/pages');

/** A page that was saved from the popup, or made in that form: `NAME.html` and, beside it, `NAME.json`. */
export interface StoredPage {
  name: string;
  url: string;
  html: string;
  /** What a reader must see on it: `PageShape` of utils/sites/shape. */
  shape?: unknown;
}

function readStored(name: string): StoredPage {
  const facts = join(folder, `${name}.json`);
  if (!existsSync(facts)) throw new Error(`test/fixtures/pages/${name}.html has no ${name}.json beside it`);
  const { url, shape } = JSON.parse(readFileSync(facts, 'utf8')) as Pick<StoredPage, 'url' | 'shape'>;
  return { name, url, shape, html: readFileSync(join(folder, `${name}.html`), 'utf8') };
}

export function listPages(): StoredPage[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.html'));
  return files.map((file) => readStored(file.replace(/\.html$/, '')));
}
