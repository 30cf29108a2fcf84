import { i18n } from '#i18n';
import type { ItemRow } from '@/utils/core/rows';
import { Icon } from '../parts/icon';
import { hostOf } from '../text/host';
import { type Deed, useTools } from '../tools';

const words: Record<Deed, () => string> = {
  save: () => i18n.t('actions.save'),
  unsave: () => i18n.t('actions.unsave'),
  bought: () => i18n.t('actions.bought'),
  drop: () => i18n.t('actions.drop'),
  undo: () => i18n.t('actions.undo'),
};

/** What can be done with an item where it stands now. */
export function deedsFor(item: ItemRow): Deed[] {
  if (item.mark) return ['undo'];
  const wish: Deed[] = item.savedAt === undefined ? ['save'] : item.savedBy.includes('item') ? ['unsave'] : [];
  return item.purchasedAt === undefined ? ['bought', 'drop', ...wish] : [];
}

export function ItemActions({ item }: { item: ItemRow }) {
  const { onDeed } = useTools();
  return (
    <div class="actions">
      {deedsFor(item).map((deed) => (
        <button key={deed} type="button" class={`button button--${deed}`} onClick={() => onDeed(deed, item.key)}>
          {words[deed]()}
        </button>
      ))}
    </div>
  );
}

/** Opens the shop; the host is on the button, so that nobody is sent somewhere unseen. */
export function OpenButton({ url }: { url: string | undefined }) {
  const { onOpen } = useTools();
  const host = hostOf(url);
  if (!url || !host) return null;
  return (
    <button type="button" class="open" aria-label={i18n.t('actions.open', [host])} onClick={() => onOpen(url)}>
      <span class="open__host">{host}</span>
      <Icon name="out" />
    </button>
  );
}
