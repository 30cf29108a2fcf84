import type { BulkDone } from '@/components/dashboard/items/items-props';
import type { Deed } from '@/components/tools';
import { tellBackground } from '@/utils/messages/ask';
import type { OwnMessage } from '@/utils/messages/protocol';
import type { Reins } from './long-work';

/** What the background is told for each deed. */
export function messageOf(deed: Deed, key: string): OwnMessage {
  switch (deed) {
    case 'save':
      return { type: 'want', key, wanted: true };
    case 'unsave':
      return { type: 'want', key, wanted: false };
    case 'bought':
      return { type: 'mark', key, mark: 'bought' };
    case 'drop':
      return { type: 'mark', key, mark: 'dropped' };
    case 'undo':
      return { type: 'mark', key, mark: 'none' };
  }
}

/** One after another: each is an event of its own, and what was told when it is stopped stays done. */
export async function doMany(keys: readonly string[], deed: Deed, { signal, onProgress }: Reins): Promise<BulkDone> {
  const end: BulkDone = { deed, done: 0, failed: 0 };
  for (const key of keys) {
    signal.throwIfAborted();
    await tellBackground(messageOf(deed, key)).then(
      () => (end.done += 1),
      () => (end.failed += 1),
    );
    onProgress({ done: end.done + end.failed, total: keys.length });
  }
  return end;
}
