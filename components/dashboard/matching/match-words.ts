import { i18n } from '@/utils/i18n';
import type { MatchMethod } from '@/utils/core/rows';
import type { PurchaseSource } from '@/utils/core/types';
import { cleanText } from '../../text/clean';
import { formatPrice } from '../../text/format';
import { formatDate } from '../../text/measures';

export const methodWord: Record<MatchMethod, () => string> = {
  'shop-title': () => i18n.t('matching.methods.shopTitle'),
  title: () => i18n.t('matching.methods.title'),
  'amount-time': () => i18n.t('matching.methods.amountTime'),
  user: () => i18n.t('matching.methods.user'),
};

export const sourceWord: Record<PurchaseSource, () => string> = {
  page: () => i18n.t('matching.sources.page'),
  bill: () => i18n.t('matching.sources.bill'),
  user: () => i18n.t('matching.sources.user'),
};

interface Facts {
  shop?: string | undefined;
  fen?: number | undefined;
  at?: number | undefined;
}

/** What is known of a line or an item beside its title. */
export function factsText({ shop, fen, at }: Facts): string {
  const facts = [
    cleanText(shop, 40),
    fen === undefined ? '' : formatPrice(fen),
    at === undefined ? '' : formatDate(at),
  ];
  return facts.filter(Boolean).join(' · ');
}
