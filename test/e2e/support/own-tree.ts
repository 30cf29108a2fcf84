import type { Page, SerializedAXNode } from 'puppeteer-core';
import { byName } from '../browsers';

/** What people press, fill in or go by. */
const roles = ['button', 'checkbox', 'combobox', 'heading', 'link', 'radio', 'searchbox', 'switch', 'tab', 'textbox'];

/** What the browser itself puts into a field for a date. */
const ofTheBrowser = /^Show date picker/u;

function* flatten(node: SerializedAXNode): Generator<SerializedAXNode> {
  yield node;
  for (const child of node.children ?? []) yield* flatten(child);
}

/**
 * What Chromium's own accessibility tree holds under a role and a name, and tests would not find by them; Firefox gives
 * no tree.
 */
export async function listUnfound(page: Page): Promise<string[]> {
  if (/firefox/iu.test(await page.browser().version())) return [];
  const tree = await page.accessibility.snapshot();
  const isOurs = ({ role, name = '' }: SerializedAXNode) =>
    roles.includes(role) && !(name === '' || ofTheBrowser.test(name));
  const named = [...(tree ? flatten(tree) : [])].filter(isOurs);
  const unfound: string[] = [];
  for (const each of new Set(named.map(({ role, name = '' }) => JSON.stringify([role, name])))) {
    const [role, name] = JSON.parse(each) as [string, string];
    if ((await page.$(byName(role, name))) === null) unfound.push(`not found: ${role} “${name}”`);
  }
  return unfound;
}
