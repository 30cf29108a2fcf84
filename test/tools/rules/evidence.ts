import { existsSync, openAsBlob, readFileSync } from 'node:fs';
import type { StoredPage } from '../../sites/stored-pages';

/** What rules can be replayed over: a captured page, or a backup with its rows. */
export type Evidence = StoredPage | { name: string; backup: Blob };

/** A capture says in the file beside it where it was; of any other page whoever gives it has to. */
function addressBeside(file: string): string | undefined {
  const facts = file.replace(/\.html?$/, '.json');
  if (!existsSync(facts)) return undefined;
  const { url } = JSON.parse(readFileSync(facts, 'utf8')) as { url?: string };
  return url;
}

/**
 * @param words files; a page that has no `NAME.json` beside it stands behind its address
 * @throws where nobody says what page it is: the address decides what is read
 */
export async function readEvidence(words: readonly string[]): Promise<Evidence[]> {
  const found: Evidence[] = [];
  let address: string | undefined;
  for (const word of words) {
    if (/^https?:/.test(word)) {
      address = word;
      continue;
    }
    if (!/\.html?$/.test(word)) found.push({ name: word, backup: await openAsBlob(word) });
    else {
      const url = address ?? addressBeside(word);
      if (url === undefined) throw new Error(`Where was ${word}? Put its address before it: ADDRESS ${word}`);
      found.push({ name: word, url, html: readFileSync(word, 'utf8') });
    }
    address = undefined;
  }
  return found;
}
