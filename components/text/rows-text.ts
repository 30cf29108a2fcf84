import { i18n } from '@/utils/i18n';
import { formatCount } from './format';

/** Records and exposures are counted apart: the second are a hundred times as many, and no list rests on them. */
export function rowsText(events: number, exposures: number): string {
  const parts = [
    events > 0 && i18n.t('rows.events', events, [formatCount(events)]),
    exposures > 0 && i18n.t('rows.exposures', exposures, [formatCount(exposures)]),
  ];
  return parts.filter(Boolean).join(i18n.t('rows.and'));
}
