import { join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// The fake browser throws on i18n: it gets the shipped catalogue, in the language LOCALE names.
const file = join(import.meta.dirname, '../../assets/locales', `${process.env.LOCALE ?? 'zh_CN'}.json`);
const messages = generateChromeMessages(await parseMessagesFile(file));

fakeBrowser.i18n.getMessage = (key: string, substitutions: string | (string | number)[] = []) => {
  const values = [substitutions].flat();
  // An unknown key is an empty string, as in the browsers.
  return (messages[key]?.message ?? '').replaceAll(/\$(\d)/gu, (_all, n: string) =>
    String(values[Number(n) - 1] ?? ''),
  );
};
