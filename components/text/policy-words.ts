import { i18n } from '@/utils/i18n';
import type { PolicyDate, PolicyId } from '@/utils/core/policy-dates';

/** What the platforms did, in the language of the page. */
export const policyWord: Record<PolicyId, () => string> = {
  'first-opening': () => i18n.t('policy.events.firstOpening'),
  'links-cut': () => i18n.t('policy.events.linksCut'),
  convention: () => i18n.t('policy.events.convention'),
  measuring: () => i18n.t('policy.events.measuring'),
  'diversion-rules': () => i18n.t('policy.events.diversionRules'),
  'blue-links': () => i18n.t('policy.events.blueLinks'),
  'red-cat': () => i18n.t('policy.events.redCat'),
  'jd-jump': () => i18n.t('policy.events.jdJump'),
  incentives: () => i18n.t('policy.events.incentives'),
};

const fields: Record<PolicyDate['precision'], Intl.DateTimeFormatOptions> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
};

/** As exactly as the source says it, by the calendar of Shanghai. */
export function policyDateText({ at, precision }: PolicyDate): string {
  return new Intl.DateTimeFormat(i18n.t('lang'), { ...fields[precision], timeZone: 'Asia/Shanghai' }).format(at);
}
