import { i18n } from '@/utils/i18n';
import { formatCount } from '../../text/format';

/** What a check found, list by list, in numbers. */
export interface CheckFindings {
  /** Rows that were compared. */
  rows: number;
  lists: ListFinding[];
  /** Rows that nobody can read. */
  unreadable: number;
  /** Events that no list takes. */
  unlisted: number;
  /** The ledger says that it holds another number than it does. */
  miscounted: boolean;
}

export interface ListFinding {
  /** As the ledger names it. */
  list: string;
  missing: number;
  extra: number;
  different: number;
}

const listWords = new Map(
  Object.entries({
    items: () => i18n.t('check.lists.items'),
    notes: () => i18n.t('check.lists.notes'),
    orders: () => i18n.t('check.lists.orders'),
    counters: () => i18n.t('check.lists.counters'),
    coverage: () => i18n.t('check.lists.coverage'),
    meta: () => i18n.t('check.lists.meta'),
  }),
);

/** A sentence for each thing that is not as it should be; none when all is. */
export function findingLines({ lists, unreadable, unlisted, miscounted }: CheckFindings): string[] {
  return [
    ...lists.map(listLine),
    ...(unreadable > 0 ? [i18n.t('check.unreadable', unreadable, [formatCount(unreadable)])] : []),
    ...(unlisted > 0 ? [i18n.t('check.unlisted', unlisted, [formatCount(unlisted)])] : []),
    ...(miscounted ? [i18n.t('check.miscounted')] : []),
  ];
}

function listLine({ list, missing, extra, different }: ListFinding): string {
  const parts = [
    missing > 0 && i18n.t('check.missing', [formatCount(missing)]),
    extra > 0 && i18n.t('check.extra', [formatCount(extra)]),
    different > 0 && i18n.t('check.different', [formatCount(different)]),
  ];
  const name = (listWords.get(list) ?? (() => i18n.t('check.lists.meta')))();
  return i18n.t('check.line', [name, parts.filter(Boolean).join(i18n.t('check.and'))]);
}
