import { i18n } from '@/utils/i18n';
import type { RetentionKind } from '@/utils/core/retention';
import { formatCount } from '../../text/format';

export const kindWords: Record<RetentionKind, () => string> = {
  exposures: () => i18n.t('retention.exposures'),
  visits: () => i18n.t('retention.visits'),
  notes: () => i18n.t('retention.notes'),
  clicks: () => i18n.t('retention.clicks'),
  purchases: () => i18n.t('retention.purchases'),
};

export const kindHints: Record<RetentionKind, () => string> = {
  exposures: () => i18n.t('retention.exposuresHint'),
  visits: () => i18n.t('retention.visitsHint'),
  notes: () => i18n.t('retention.notesHint'),
  clicks: () => i18n.t('retention.clicksHint'),
  purchases: () => i18n.t('retention.purchasesHint'),
};

export function daysText(days: number): string {
  return i18n.t('retention.days', days, [formatCount(days)]);
}
