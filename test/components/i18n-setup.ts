import { join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { fakeBrowser } from 'wxt/testing/fake-browser';

export const locales = ['zh_CN', 'zh_TW', 'en'] as const;
export type Locale = (typeof locales)[number];

export function localeFile(locale: Locale): string {
  return join(import.meta.dirname, '../../assets/locales', `${locale}.json`);
}

/** Gives the fake browser one language of the catalogue, whatever the run's own language is. */
export async function speak(locale: Locale): Promise<void> {
  const messages = generateChromeMessages(await parseMessagesFile(localeFile(locale)));
  fakeBrowser.i18n.getMessage = (key: string, substitutions: string | (string | number)[] = []) => {
    const values = [substitutions].flat();
    const text = messages[key]?.message ?? '';
    return text.replaceAll(/\$(\d)/gu, (_all, n: string) => String(values[Number(n) - 1] ?? ''));
  };
}
