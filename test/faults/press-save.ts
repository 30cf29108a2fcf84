import * as v from 'valibot';
import { click, waitUntil } from '../e2e/browsers';
import type { Stage } from '../e2e/support/open-stage';
import { openPopup } from '../e2e/support/popup';
import { words } from './told';

const saveButton = `//button[normalize-space()="${words.actions.save}"]`;

/**
 * Presses Save: a small row may still find room. What must not be is a thing that is shown as saved and is not, or a press
 * that nobody answers.
 */
export async function findUnsaved(stage: Stage, url: string): Promise<string[]> {
  const popup = await openPopup(stage, url);
  const count = async () => Number(await popup.evaluate(countAll(saveButton)));
  const before = await waitUntil('something can be saved', count);
  await popup.evaluate(watchToasts);
  await click(popup, `::-p-xpath(${saveButton})`);
  const heard = async () => v.parse(v.array(v.string()), await popup.evaluate('window.toasts'));
  const isAnswered = async () => (await heard()).length > 0;
  await waitUntil('Save is answered', isAnswered, answerTakesMs).catch(() => undefined); // then that is what is found
  const said = await heard();
  const isShown = (await count()) < before || said.some((each) => each.includes(words.toast.saved));
  const { items } = await stage.ledger();
  await popup.close();
  return [
    ...(said.length === 0 ? ['Save is never answered'] : []),
    ...(isShown && !items.some(({ state }) => state === 'saved') ? ['shown as saved, and not stored'] : []),
  ];
}

/** A background that finds no room takes its time to say so, all the more on a busy machine. */
const answerTakesMs = 30_000;

/** From inside the page, since what is said may be gone again between two looks from outside. */
const watchToasts = `(() => {
  const toast = document.querySelector('.toast');
  window.toasts = [];
  const take = () => toast.textContent && window.toasts.push(toast.textContent);
  new MutationObserver(take).observe(toast, { subtree: true, childList: true, characterData: true });
})()`;

const countAll = (xpath: string) =>
  `document.evaluate('count(${xpath})', document, undefined, XPathResult.NUMBER_TYPE).numberValue`;
