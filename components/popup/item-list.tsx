import { i18n } from '@/utils/i18n';
import type { Summary } from '@/utils/core/rows';
import { byPlatform } from '../items/by-platform';
import { ItemRow } from '../items/item-row';
import { PlatformGroup } from '../items/platform-group';
import { firstRows, useFirstScreen } from '../items/use-first-screen';
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
  const groups = byPlatform(list.items, ({ platform }) => platform);
  const rows = useFirstScreen();
  return (
    <>
      {firstRows(groups, rows).map(([platform, shown, all]) => (
        <PlatformGroup
          key={platform}
          platform={platform}
          count={list.more ? groupCount(all.length, platform, { summary, of }) : all.length}
        >
          {shown.map((item) => (
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
