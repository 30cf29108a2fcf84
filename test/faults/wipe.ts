import type { Browser } from 'puppeteer-core';
import * as v from 'valibot';
import { waitUntil } from '../e2e/browsers';
import { runPrivileged } from '../e2e/browsers/privileged';
import type { Stage } from '../e2e/support/open-stage';

/** Takes the database away while everybody has it open; resolves to what shows that it went. */
export type Wipe = (stage: Stage) => Promise<string>;

/** As an old page of ours might: whoever has it open is asked to let go. */
const deleteIt = `new Promise((resolve, reject) => {
  const deleting = indexedDB.deleteDatabase('bacao');
  deleting.onsuccess = ({ oldVersion }) => resolve('version ' + oldVersion + ' was deleted');
  deleting.onerror = () => reject(deleting.error);
})`;

/** Walks over the clicks again and again, and never lets go by itself. */
const walk = `(() => {
  const walk = { rounds: 0, ends: [] };
  window.walk = walk;
  const opening = indexedDB.open('bacao');
  opening.onsuccess = () => {
    const db = opening.result;
    db.onclose = () => walk.ends.push('closed');
    const tx = db.transaction('events');
    tx.onabort = () => walk.ends.push(tx.error?.name ?? 'aborted');
    const round = () => {
      tx.objectStore('events').openCursor().onsuccess = ({ target }) => {
        if (target.result) target.result.continue();
        else if (++walk.rounds) round();
      };
    };
    round();
  };
})()`;

const walked = v.object({ rounds: v.number(), ends: v.array(v.string()) });

/** By the browser's own means, as when the person clears the site's data: nobody is asked, and connections end under their work. */
async function clearUnderAWalk(stage: Stage): Promise<string> {
  const read = async () => v.parse(walked, await stage.own.evaluate('window.walk'));
  await stage.own.evaluate(walk);
  await waitUntil('the rows are walked over', async () => (await read()).rounds > 0);
  await clearDatabases(stage);
  const { ends } = await waitUntil('the walk ends', async () => ((await read()).ends.length > 1 ? read() : undefined));
  return `a walk over the rows ended: ${ends.sort().join(', ')}`;
}

async function clearDatabases({ driver, own }: Stage): Promise<void> {
  const origin = driver.extensionUrl('').slice(0, -1);
  if (driver.kind === 'firefox') return clearInFirefox(driver.browser, origin);
  const cdp = await own.createCDPSession();
  await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await cdp.detach();
}

async function clearInFirefox(browser: Browser, origin: string): Promise<void> {
  await runPrivileged(
    browser,
    `const principal = Services.scriptSecurityManager.createContentPrincipalFromOrigin(${JSON.stringify(origin)});
     const clearing = Services.qms.clearStoragesForClient(principal, 'idb');
     const code = await new Promise((resolve) => { clearing.callback = () => resolve(clearing.resultCode); });
     if (code !== 0) throw new Error('The quota manager says ' + code);`,
  );
}

export const wipes: readonly Wipe[] = [
  clearUnderAWalk,
  async ({ own }) => v.parse(v.string(), await own.evaluate(deleteIt)),
];
