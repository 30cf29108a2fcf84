import { i18n } from '#i18n';
import type { Summary } from '@/utils/core/rows';
import { byPlatform } from '../items/by-platform';
import { ItemRow } from '../items/item-row';
import { PlatformGroup } from '../items/platform-group';
import type { ListView } from './props';
import { groupCount } from './totals';

interface ItemListProps {
  list: ListView;
  of: 'saved' | 'purchased';
  summary: Summary | undefined;
  onMore: () => void;
}

/** The rows read so far, in one group per platform. */
export function ItemList({ list, of, summary, onMore }: ItemListProps) {
  return (
    <>
      {byPlatform(list.items, ({ platform }) => platform).map(([platform, items]) => (
        <PlatformGroup
          key={platform}
          platform={platform}
          count={list.more ? groupCount(items.length, platform, { summary, of }) : items.length}
        >
          {items.map((item) => (
            <ItemRow key={item.key} item={item} />
          ))}
        </PlatformGroup>
      ))}
      {list.more && (
        <button type="button" class="button more" onClick={onMore}>
          {i18n.t('actions.more')}
        </button>
      )}
    </>
  );
}
