import { i18n } from '@/utils/i18n';
import type { ItemStage } from '@/utils/core/overview';

/** What stages are called, in the words that merchants use too. */
export const itemStageWord: Record<ItemStage, () => string> = {
  seen: () => i18n.t('funnel.itemSeen'),
  landed: () => i18n.t('funnel.landed'),
  kept: () => i18n.t('funnel.kept'),
  carted: () => i18n.t('funnel.carted'),
  ordered: () => i18n.t('funnel.ordered'),
  paid: () => i18n.t('funnel.paid'),
  refunded: () => i18n.t('funnel.refunded'),
};
