import { i18n } from '@/utils/i18n';
import { Icon } from '../parts/icon';

/** Always there, so that silence is no answer; it leads to where what could not be read is told at length. */
export function Footer({ unread, onSettings }: { unread: number; onSettings: () => void }) {
  const isWell = unread === 0;
  return (
    <footer class="footer">
      <button type="button" class="footer__health" onClick={onSettings}>
        <Icon name={isWell ? 'check' : 'alert'} />
        {isWell ? i18n.t('health.none') : i18n.t('health.unread', unread)}
      </button>
    </footer>
  );
}
