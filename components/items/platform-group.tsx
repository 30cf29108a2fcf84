import type { ComponentChildren } from 'preact';
import { i18n } from '@/utils/i18n';
import type { PlatformId } from '@/utils/core/types';
import { useTools } from '../tools';

interface PlatformGroupProps {
  platform: PlatformId;
  /** `50+` where the ledger holds more and nobody has counted them. */
  count: number | `${number}+`;
  of?: 'items' | 'orders';
  /** Left out of sight where the list is short; the group keeps its name for screen readers. */
  heading?: 'shown' | 'hidden';
  children: ComponentChildren;
}

/** What a group is called, and how its heading counts. */
const words = {
  items: {
    name: (count: number, values: [string, string]) => i18n.t('groups.name', count, values),
    count: (count: number, values: [string]) => i18n.t('groups.count', count, values),
  },
  orders: {
    name: (count: number, values: [string, string]) => i18n.t('orders.group', count, values),
    count: (count: number, values: [string]) => i18n.t('orders.count', count, values),
  },
};

/** The items or the orders of one platform, as a list. */
export function PlatformGroup({ platform, count, of = 'items', heading = 'shown', children }: PlatformGroupProps) {
  const name = useTools().platformName(platform);
  const number = typeof count === 'number' ? count : Infinity; // as many as it takes for the plural
  return (
    <div class="group" role="group" aria-label={words[of].name(number, [name, String(count)])}>
      {heading === 'shown' && (
        <h2 class="group__head">
          <span>{name}</span>
          <span class="group__count">{words[of].count(number, [String(count)])}</span>
        </h2>
      )}
      {/* Safari and Chromium take the list role from a list without bullets; the role brings it back. */}
      <ul class="rows" role="list">
        {children}
      </ul>
    </div>
  );
}
