import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { PlatformId } from '@/utils/core/types';
import { useTools } from '../tools';

interface PlatformGroupProps {
  platform: PlatformId;
  count: number;
  /** Left out of sight where the list is short; the group keeps its name for screen readers. */
  heading?: 'shown' | 'hidden';
  children: ComponentChildren;
}

/** The items of one platform, as a list. */
export function PlatformGroup({ platform, count, heading = 'shown', children }: PlatformGroupProps) {
  const name = useTools().platformName(platform);
  return (
    <div class="group" role="group" aria-label={i18n.t('groups.name', count, [name, count])}>
      {heading === 'shown' && (
        <h2 class="group__head">
          <span>{name}</span>
          <span class="group__count">{i18n.t('groups.count', count)}</span>
        </h2>
      )}
      {/* Safari and Chromium take the list role from a list without bullets; the role brings it back. */}
      <ul class="rows" role="list">
        {children}
      </ul>
    </div>
  );
}
