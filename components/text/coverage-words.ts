import { i18n } from '@/utils/i18n';
import { pageKindWord } from './words';

/** Words for the codes of what could not be read; the codes themselves are for the export. */

const kindWords = new Map(
  Object.entries({ ...pageKindWord, item: () => i18n.t('coverage.item'), orders: () => i18n.t('coverage.orders') }),
);

export function coverageKindWord(kind: string): string {
  return (kindWords.get(kind) ?? pageKindWord.other)();
}

const otherPlace = () => i18n.t('coverage.places.other');
const places: [RegExp, () => string][] = [
  [/^(?:note|item)\.title$/u, () => i18n.t('coverage.places.title')],
  [/^note\.authorId$/u, () => i18n.t('coverage.places.author')],
  [/^(?:note|state)/u, () => i18n.t('coverage.places.note')],
  [/^comments?$/u, () => i18n.t('coverage.places.comments')],
  [/^cards?(?:\.|$)/u, () => i18n.t('coverage.places.cards')],
  [/^goods(?:\.|$)/u, () => i18n.t('coverage.places.goods')],
  [/^live$/u, () => i18n.t('coverage.places.live')],
  [/^links$/u, () => i18n.t('coverage.places.links')],
  [/^queue$/u, () => i18n.t('coverage.places.queue')],
  // Order forms count their orders: `bought-list[3]`.
  [/^(?:answer|page)$|\]$/u, () => i18n.t('coverage.places.orders')],
];

export function unreadPlaceWord(where: string): string {
  return (places.find(([form]) => form.test(where))?.[1] ?? otherPlace)();
}

const reasons = new Map(
  Object.entries({
    shape: () => i18n.t('coverage.reasons.shape'),
    'no-data': () => i18n.t('coverage.reasons.noData'),
    'bad-amount': () => i18n.t('coverage.reasons.badAmount'),
    'foreign-currency': () => i18n.t('coverage.reasons.foreignCurrency'),
    encrypted: () => i18n.t('coverage.reasons.encrypted'),
    'unknown-form': () => i18n.t('coverage.reasons.unknownForm'),
  }),
);

export function unreadReasonWord(reason: string): string {
  return (reasons.get(reason) ?? (() => i18n.t('coverage.reasons.other')))();
}
