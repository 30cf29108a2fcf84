import { i18n } from '@/utils/i18n';
import { sentences } from '../../text/sentences';
import type { merchantWords, MerchantWordId, MirrorSource } from '@/utils/core/merchant-words';
import type { EvidenceCounts } from '@/utils/core/overview';
import { totalOf } from '../../charts/funnel';
import { formatCount } from '../../text/format';
import { formatShare } from '../../text/measures';
import { evidenceWord } from '../../text/words';
import type { SurveyView } from '../survey-bar';
import { unknownRest } from './mirror-words';

type Latest = NonNullable<SurveyView['latest']>;

/** One word, with our figure for it, and what that rests on. */
export interface MirrorFigure {
  id: MerchantWordId;
  value: number | undefined;
  text: string | undefined;
  rests: string;
}

interface Known {
  /** Absent where there is nothing to tell it from. */
  value: number | undefined;
  rests: string;
  format?: (value: number) => string;
}

const grades = ['observed', 'imported', 'user', 'inferred'] as const;

/** How many are known in which way: `在页面上看到 12、来自导入的账单 3`. */
function gradesOf(counts: EvidenceCounts): string {
  const parts = grades.flatMap((grade) => {
    const count = counts[grade] ?? 0;
    return count > 0 ? i18n.t('mirror.grade', [evidenceWord[grade](), formatCount(count)]) : [];
  });
  return parts.join(i18n.t('rows.and'));
}

const staged = (counts: EvidenceCounts, words: string): Known => ({
  value: totalOf(counts),
  rests: sentences([words, gradesOf(counts)]),
});

const sources: Record<MirrorSource, (latest: Latest) => Known> = {
  exposures: ({ totals }) => ({ value: totals.exposures || undefined, rests: i18n.t('mirror.from.exposures') }),
  read: ({ totals }) => ({ value: totals.read, rests: i18n.t('mirror.from.read') }),
  collected: ({ notes }) => ({ value: notes.collected, rests: i18n.t('mirror.from.collected') }),
  clicks: ({ totals }) => ({ value: totals.clicked, rests: i18n.t('mirror.from.clicks') }),
  clickRate: ({ totals: { seen, clicked } }) => ({
    value: seen > 0 ? clicked / seen : undefined,
    rests: i18n.t('mirror.from.clickRate', [formatCount(clicked), formatCount(seen)]),
    format: formatShare,
  }),
  landed: ({ overview, totals }) =>
    staged(overview.stages.landed, i18n.t('mirror.from.landed', [formatCount(totals.visits)])),
  carted: ({ overview }) => staged(overview.stages.carted, i18n.t('mirror.from.carted')),
  kept: ({ totals }) => ({ value: totals.done['favourited'] ?? 0, rests: i18n.t('mirror.from.favourited') }),
  followed: ({ totals }) => ({ value: totals.done['followed'] ?? 0, rests: i18n.t('mirror.from.followed') }),
  orders: ({ overview }) => staged(overview.stages.ordered, i18n.t('mirror.from.orders')),
  paid: ({ overview }) => staged(overview.stages.paid, i18n.t('mirror.from.paid')),
};

export function mirrorFigure(word: (typeof merchantWords)[number], latest: Latest): MirrorFigure {
  if (!('from' in word)) return { id: word.id, value: undefined, text: undefined, rests: unknownRest[word.id]() };
  const { value, rests, format = formatCount } = sources[word.from](latest);
  return { id: word.id, value, text: value === undefined ? undefined : format(value), rests };
}
