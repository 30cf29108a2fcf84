import { i18n } from '@/utils/i18n';
import type { DashboardPlace } from '../notices/notice-line';
import { formatCount } from '../text/format';

interface UnreadableProps {
  count: number;
  onOpen: (place: DashboardPlace) => void;
}

/** Rows of a list that nobody can read, with the way to the repair; the others show all the same. */
export function Unreadable({ count, onOpen }: UnreadableProps) {
  if (count === 0) return null;
  return (
    <div class="banner">
      <span>{i18n.t('notices.quarantined', count, [formatCount(count)])}</span>
      <button type="button" class="button button--plain" onClick={() => onOpen({ view: 'health', section: 'check' })}>
        {i18n.t('alerts.check')}
      </button>
    </div>
  );
}
