import { i18n } from '@/utils/i18n';
import { Icon } from '../parts/icon';

interface FooterProps {
  unread: number;
  onSettings: () => void;
  /** Where it is told what could not be read, and why. */
  onUnread: () => void;
}

/** Always there, so that silence is no answer; a number leads to what it counts. */
export function Footer({ unread, onSettings, onUnread }: FooterProps) {
  const isWell = unread === 0;
  return (
    <footer class="footer">
      <button type="button" class="footer__health" onClick={isWell ? onSettings : onUnread}>
        <Icon name={isWell ? 'check' : 'alert'} />
        {isWell ? i18n.t('health.none') : i18n.t('health.unread', unread)}
      </button>
    </footer>
  );
}
