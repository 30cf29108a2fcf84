import type { CDPSession, Page } from 'puppeteer-core';
import { waitUntil } from '../e2e/browsers';

const kinds = ['MutationObserver', 'IntersectionObserver'] as const;

/**
 * How many observers our script has alive on the page, as the browser's own heap tells, garbage collected first. Chromium
 * alone can be asked.
 */
export async function countObservers(page: Page, extensionUrl: string): Promise<string> {
  const cdp = await page.createCDPSession();
  const contextId = await findOwnWorld(cdp, extensionUrl);
  const counts: string[] = [];
  for (const kind of kinds) counts.push(`${String(await countAlive(cdp, contextId, kind))} ${kind}`);
  await cdp.detach();
  return counts.join(', ');
}

async function findOwnWorld(cdp: CDPSession, extensionUrl: string): Promise<number> {
  let contextId: number | undefined;
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (`${context.origin}/` === extensionUrl) contextId = context.id;
  });
  await cdp.send('Runtime.enable');
  return waitUntil("our script's world is found", () => Promise.resolve(contextId));
}

async function countAlive(cdp: CDPSession, contextId: number, kind: (typeof kinds)[number]): Promise<number> {
  const { result } = await cdp.send('Runtime.evaluate', { expression: `${kind}.prototype`, contextId });
  if (result.objectId === undefined) throw new Error(`There is no ${kind}.`);
  const { objects } = await cdp.send('Runtime.queryObjects', { prototypeObjectId: result.objectId });
  if (objects.objectId === undefined) throw new Error(`Nobody counted any ${kind}.`);
  const { result: length } = await cdp.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  return Number(length.value);
}
