import { i18n } from '@/utils/i18n';
import { formatCount } from '../../text/format';
import type { EraseSize } from './erase-props';

/** How much would go, in one line; empty where nothing of it is known. */
export function sizeText({ rows, seen, clicked, saved, purchased, items }: EraseSize): string {
  const parts = [
    rows !== undefined && i18n.t('eraseCard.rows', rows, [formatCount(rows)]),
    seen !== undefined && i18n.t('eraseCard.seen', seen, [formatCount(seen)]),
    clicked !== undefined && i18n.t('eraseCard.clicked', clicked, [formatCount(clicked)]),
    saved !== undefined && i18n.t('summary.saved', [formatCount(saved)]),
    purchased !== undefined && i18n.t('summary.purchased', [formatCount(purchased)]),
    items !== undefined && i18n.t('eraseCard.items', items, [formatCount(items)]),
  ];
  return parts.filter(Boolean).join(' · ');
}
