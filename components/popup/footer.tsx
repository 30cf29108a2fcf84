import { i18n } from '@/utils/i18n';
import { Icon } from '../parts/icon';

/** There only when something could not be read; it leads to where that is told at length. */
export function Footer({ unread, onSettings }: { unread: number; onSettings: () => void }) {
  if (unread === 0) return null;
  return (
    <footer class="footer">
      <button type="button" class="footer__health" onClick={onSettings}>
        <Icon name="alert" />
        {i18n.t('health.unread', unread)}
      </button>
    </footer>
  );
}
