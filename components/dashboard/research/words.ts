import { i18n } from '@/utils/i18n';
import { sentences } from '../../text/sentences';
import type { Excess, StudyFile, StudyRefusal, StudyTable, StudyTier, TaskRun } from '@/utils/core/study';

const tableWords: Record<StudyTable, () => string> = {
  participants: () => i18n.t('research.tables.participants'),
  sessions: () => i18n.t('research.tables.sessions'),
  page_views: () => i18n.t('research.tables.pageViews'),
  exposures: () => i18n.t('research.tables.exposures'),
  links: () => i18n.t('research.tables.links'),
  actions: () => i18n.t('research.tables.actions'),
  orders: () => i18n.t('research.tables.orders'),
  attributions: () => i18n.t('research.tables.attributions'),
  quality: () => i18n.t('research.tables.quality'),
  aggregates: () => i18n.t('research.tables.aggregates'),
};

export function tableWord(table: StudyTable): string {
  return tableWords[table]();
}

/** Of a table that a file names. */
export function tableWordOf(name: string): string {
  return Object.entries(tableWords).find(([table]) => table === name)?.[1]() ?? name;
}

const tierWords: Record<StudyTier, () => string> = {
  T0: () => i18n.t('research.tiers.t0'),
  T1: () => i18n.t('research.tiers.t1'),
  T2: () => i18n.t('research.tiers.t2'),
};

export function tierWord(tier: StudyTier): string {
  return tierWords[tier]();
}

const paidAtWords: Record<StudyFile['paidAt'], () => string> = {
  ms: () => i18n.t('research.paidAt.ms'),
  minute: () => i18n.t('research.paidAt.minute'),
  hour: () => i18n.t('research.paidAt.hour'),
  day: () => i18n.t('research.paidAt.day'),
};

/** How exactly a purchase would be told. */
export function purchaseWords({ paidAt, amounts }: Pick<StudyFile, 'paidAt' | 'amounts'>): string {
  const sums = amounts === 'exact' ? i18n.t('research.amounts.exact') : i18n.t('research.amounts.none');
  return [paidAtWords[paidAt](), sums].join(i18n.t('research.comma'));
}

const excessWords: Record<Excess, () => string> = {
  'ids-without-ethics': () => i18n.t('research.excess.idsWithoutEthics'),
  'ids-with-purchases': () => i18n.t('research.excess.idsWithPurchases'),
  'purchases-without-consent': () => i18n.t('research.excess.purchasesWithoutConsent'),
  'times-without-ethics': () => i18n.t('research.excess.timesWithoutEthics'),
  'rows-at-sums': () => i18n.t('research.excess.rowsAtSums'),
};

/** Why a study's file was not taken, in words that its researcher can act on. */
export function refusalText(refusal: StudyRefusal): string {
  switch (refusal.why) {
    case 'too-large':
      return i18n.t('research.refused.tooLarge');
    case 'not-json':
      return i18n.t('research.refused.notJson');
    case 'foreign':
      return i18n.t('research.refused.foreign');
    case 'newer':
      return i18n.t('research.refused.newer');
    case 'expired':
      return i18n.t('research.refused.expired');
    case 'weak-key':
      return i18n.t('research.refused.weakKey');
    case 'shape':
      return i18n.t('research.refused.shape', [refusal.where]);
    case 'excess':
      return sentences([i18n.t('research.refused.excess'), ...refusal.excess.map((each) => excessWords[each]())]);
  }
}

const stopWords: Record<NonNullable<TaskRun['stop']>, () => string> = {
  person: () => i18n.t('research.stops.person'),
  units: () => i18n.t('research.stops.units'),
  minutes: () => i18n.t('research.stops.minutes'),
};

export function stopWord(stop: NonNullable<TaskRun['stop']>): string {
  return stopWords[stop]();
}
