import { i18n } from '@/utils/i18n';
import type { Span } from './props';

type Words = Readonly<Record<string, () => string>>;

/** A word that a later version may have stands as it is. */
function wordIn(words: Words, name: string): string {
  return words[name]?.() ?? name;
}

const pages: Words = {
  explore_feed: () => i18n.t('density.pages.feed'),
  search_results: () => i18n.t('density.pages.search'),
  note_detail: () => i18n.t('density.pages.note'),
  profile: () => i18n.t('density.pages.profile'),
  shop: () => i18n.t('density.pages.shop'),
  other: () => i18n.t('density.pages.other'),
};
export const pageWord = (name: string) => wordIn(pages, name);

const roles: Words = {
  merchant: () => i18n.t('density.roles.merchant'),
  creator: () => i18n.t('density.roles.creator'),
  user: () => i18n.t('density.roles.user'),
  author: () => i18n.t('density.roles.author'),
  other_user: () => i18n.t('density.roles.otherUser'),
  unknown: () => i18n.t('density.roles.unknown'),
};
export const roleWord = (name: string) => wordIn(roles, name);

const classes: Words = {
  platform_ad: () => i18n.t('density.classes.platformAd'),
  disclosed: () => i18n.t('density.classes.disclosed'),
  commercial_link: () => i18n.t('density.classes.commercialLink'),
  none: () => i18n.t('density.classes.none'),
};
export const classWord = (name: string) => wordIn(classes, name);

const links: Words = {
  ad_link: () => i18n.t('surfaces.adLink'),
  blue_link: () => i18n.t('surfaces.blueLink'),
  product_card: () => i18n.t('surfaces.goodsCard'),
  other: () => i18n.t('density.otherLinks'),
  comment_other: () => i18n.t('density.commentOther'),
};
export const linkWord = (name: string) => wordIn(links, name);

const labels: Words = {
  statutory: () => i18n.t('density.labels.statutory'),
  equivalent: () => i18n.t('density.labels.equivalent'),
  declared: () => i18n.t('density.labels.declared'),
  other: () => i18n.t('density.labels.other'),
  none: () => i18n.t('density.labels.none'),
};
export const labelWord = (name: string) => wordIn(labels, name);

const categories: Words = {
  healthFood: () => i18n.t('density.categories.healthFood'),
  tonics: () => i18n.t('density.categories.tonics'),
  medical: () => i18n.t('density.categories.medical'),
  beauty: () => i18n.t('density.categories.beauty'),
  care: () => i18n.t('density.categories.care'),
  cleaning: () => i18n.t('density.categories.cleaning'),
  baby: () => i18n.t('density.categories.baby'),
  sports: () => i18n.t('density.categories.sports'),
  clothes: () => i18n.t('density.categories.clothes'),
  home: () => i18n.t('density.categories.home'),
  food: () => i18n.t('density.categories.food'),
  unknown: () => i18n.t('density.categories.unknown'),
};
export const categoryWord = (name: string) => wordIn(categories, name);

const spanWords: Record<Span, () => string> = {
  '30': () => i18n.t('density.spans.month'),
  '90': () => i18n.t('density.spans.quarter'),
  '365': () => i18n.t('density.spans.year'),
  all: () => i18n.t('density.spans.all'),
};
export const spanWord = (span: Span) => spanWords[span]();
