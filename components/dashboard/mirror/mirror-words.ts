import { i18n } from '@/utils/i18n';
import type { merchantWords, MerchantWordId } from '@/utils/core/merchant-words';

export const sideWord = { front: () => i18n.t('mirror.front'), back: () => i18n.t('mirror.back') };

export const merchantWord: Record<MerchantWordId, () => string> = {
  exposure: () => i18n.t('mirror.words.exposure'),
  read: () => i18n.t('mirror.words.read'),
  like: () => i18n.t('mirror.words.like'),
  collect: () => i18n.t('mirror.words.collect'),
  comment: () => i18n.t('mirror.words.comment'),
  interaction: () => i18n.t('mirror.words.interaction'),
  clicks: () => i18n.t('mirror.words.clicks'),
  clickRate: () => i18n.t('mirror.words.clickRate'),
  visit: () => i18n.t('mirror.words.visit'),
  newVisitor: () => i18n.t('mirror.words.newVisitor'),
  cart: () => i18n.t('mirror.words.cart'),
  favourite: () => i18n.t('mirror.words.favourite'),
  follow: () => i18n.t('mirror.words.follow'),
  order: () => i18n.t('mirror.words.order'),
  deal: () => i18n.t('mirror.words.deal'),
  cost: () => i18n.t('mirror.words.cost'),
  roi: () => i18n.t('mirror.words.roi'),
};

type UnknownWord = Exclude<(typeof merchantWords)[number], { from: string }>['id'];

/** Why a shopper's browser cannot know it. */
export const unknownRest: Record<UnknownWord, () => string> = {
  like: () => i18n.t('mirror.unknown.notKept'),
  comment: () => i18n.t('mirror.unknown.notKept'),
  interaction: () => i18n.t('mirror.unknown.interaction'),
  newVisitor: () => i18n.t('mirror.unknown.newVisitor'),
  cost: () => i18n.t('mirror.unknown.cost'),
  roi: () => i18n.t('mirror.unknown.cost'),
};
