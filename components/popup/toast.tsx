import { i18n } from '@/utils/i18n';
import { Icon } from '../parts/icon';
import type { Notice } from './use-notice';

/** The region is always there: screen readers announce only what changes inside a region they know. It stays until dismissed. */
export function Toast({ notice, onDismiss }: { notice: Notice | undefined; onDismiss: () => void }) {
  return (
    <div class="toast" role="status">
      {notice && (
        <div class="toast__card">
          <span class="toast__text">{notice.text}</span>
          {notice.undo && (
            <button type="button" class="toast__undo" onClick={notice.undo}>
              {i18n.t('actions.undo')}
            </button>
          )}
          <button type="button" class="toast__close" aria-label={i18n.t('actions.dismiss')} onClick={onDismiss}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
