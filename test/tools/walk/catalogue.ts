import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';

const words = v.object({
  lang: v.string(),
  tabs: v.object({ page: v.string(), saved: v.string(), purchased: v.string() }),
  actions: v.object({ save: v.string(), unsave: v.string(), bought: v.string(), drop: v.string(), undo: v.string() }),
  settings: v.object({ open: v.string() }),
  platforms: v.object({ connectName: v.string(), disconnectName: v.string() }),
});

export type Words = v.InferOutput<typeof words>;

const all = ['en', 'zh_CN', 'zh_TW'].map(read);

/** The words on the popup's buttons, in the language that this browser shows it in. */
export async function wordsOf(popup: Page): Promise<Words> {
  const lang = v.parse(v.string(), await popup.evaluate('document.documentElement.lang'));
  const found = all.find((each) => each.lang === lang);
  if (!found) throw new Error(`The popup speaks ${lang}, which is in no catalogue.`);
  return found;
}

function read(locale: string): Words {
  const file = join(import.meta.dirname, '../../../assets/locales', `${locale}.json`);
  return v.parse(words, JSON.parse(readFileSync(file, 'utf8')));
}
