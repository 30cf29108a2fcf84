import { i18n } from '@/utils/i18n';
import type { DropReason } from '@/utils/core/rows';

/** The word on screen for why a wish was dropped. */
export const dropReasonWord: Record<DropReason, () => string> = {
  price: () => i18n.t('why.price'),
  replaced: () => i18n.t('why.replaced'),
  unneeded: () => i18n.t('why.unneeded'),
  doubt: () => i18n.t('why.doubt'),
  gone: () => i18n.t('why.gone'),
  cooled: () => i18n.t('why.cooled'),
};
