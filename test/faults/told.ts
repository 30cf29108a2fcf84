import words from '../../assets/locales/en.json';
import type { Stage } from '../e2e/support/open-stage';

export { words };

/**
 * What the extension's own page of health says under one of these titles, in the words that the person reads; undefined
 * when it does not say it.
 * @param says what must stand there, for a title that stands over several things
 */
export async function readTold({ driver }: Stage, titles: readonly string[], says = ''): Promise<string | undefined> {
  const page = await driver.openExtensionPage('dashboard.html?view=health');
  try {
    const found = await page.waitForFunction(findAlert(titles, says), { timeout: 20_000 });
    return String(await found.jsonValue());
  } catch {
    return undefined;
  } finally {
    await page.close();
  }
}

/** What was told, provided that it was told each time. */
export function eachTime(told: readonly (string | undefined)[]): string | undefined {
  return told.includes(undefined) ? undefined : told[0];
}

const findAlert = (titles: readonly string[], says: string) => `(() => {
  const alerts = [...document.querySelectorAll('.alert')];
  const titles = ${JSON.stringify(titles)};
  const isIt = (alert) => titles.includes(alert.querySelector('.alert__title')?.textContent) && alert.textContent.includes(${JSON.stringify(says)});
  const found = alerts.find(isIt);
  return found && [...found.querySelectorAll('.alert__title, p')].map(({ textContent }) => textContent).join(': ');
})()`;

/**
 * The numbers that the extension tells in one of its sentences; none when it does not say it.
 * @param sentence as the catalogue writes it, `$1` and so on for its numbers; or its beginning, as far as it holds nothing else
 */
export function numbersIn(text: string, sentence: string): number[] {
  const parts = sentence.split(/\$\d/u).map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  const [, ...told] = new RegExp(parts.join('(\\d[\\d,]*)'), 'u').exec(text) ?? [];
  return told.map((each) => Number(each.replaceAll(',', '')));
}

/** How many rows the extension says are gone, records and exposures together. */
export function rowsIn(text: string): number {
  const told = [words.rows.events, words.rows.exposures].flatMap((form) => numbersIn(text, form['1']));
  return told.reduce((sum, each) => sum + each, 0);
}
