import { i18n } from '@/utils/i18n';
import type { NoteLine } from '@/utils/core/overview';
import { labelKindWord } from './words';

/** What a note says of itself; none observed is said as that, and not as "no ad". */
export const noteLabelWord: Record<NoteLine['label'], () => string> = {
  ...labelKindWord,
  none: () => i18n.t('notesView.noLabel'),
  unknown: () => i18n.t('notesView.labelUnread'),
  absent: () => i18n.t('notesView.labelUnread'),
};
