import { inject } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// The fake browser throws on i18n: it gets the shipped catalogue.
const messages = inject('catalogue');

fakeBrowser.i18n.getMessage = (key: string, substitutions: string | (string | number)[] = []) => {
  const values = [substitutions].flat();
  // An unknown key is an empty string, as in the browsers.
  return (messages[key]?.message ?? '').replaceAll(/\$(\d)/gu, (_all, n: string) =>
    String(values[Number(n) - 1] ?? ''),
  );
};
