import type { Stage } from '../e2e/support/open-stage';

/** Wants everything that was seen; resolves to how many items that is. */
export async function wantAll({ own, ledger }: Stage): Promise<number> {
  const { items } = await ledger();
  for (const { key } of items) {
    await own.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ type: 'want', key, wanted: true })})`);
  }
  return items.length;
}
