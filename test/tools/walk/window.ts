import { builtExtension, launchChromium } from '../../e2e/browsers';
import { startReplica } from '../../replica';
import { firstNoteUrl } from '../../replica/truth';

/** Opens a window with the extension and the first note in it, and stays until the person closes it. */
export async function openWindow(): Promise<void> {
  const replica = await startReplica();
  const driver = await launchChromium({
    extensionDir: builtExtension('chromium'),
    replica,
    headless: false,
    load: 'pipe',
  });
  const { browser } = driver;
  const [tab] = await browser.pages();
  await (tab ?? (await browser.newPage())).goto(firstNoteUrl);
  console.log(
    'Nothing is recorded before you agree on the page that Bacao has opened. The first note is open too. Close the window, or press Ctrl-C here, to end.',
  );
  await new Promise<void>((resolve) => {
    browser.once('disconnected', () => resolve());
    // A Mac keeps the browser running without a window.
    browser.on('targetdestroyed', () => void browser.pages().then((pages) => pages.length === 0 && resolve()));
  });
  await driver.close();
  await replica.close();
}
