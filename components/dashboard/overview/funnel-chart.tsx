import { i18n } from '@/utils/i18n';
import { itemStages, type Overview, type Totals } from '@/utils/core/overview';
import { Funnel, type FunnelStage, totalOf } from '../../charts/funnel';
import { itemStageWord } from '../../text/funnel-words';
import { evidenceWord } from '../../text/words';

const grades = ['observed', 'imported', 'user', 'inferred'] as const;

/** From what was on screen to what was given back; each stage says how it is known. */
export function FunnelChart({ overview, totals }: { overview: Overview; totals: Totals }) {
  const stages = [...eventStages(totals), ...stagesOfItems(overview)];
  return (
    <Funnel
      id="funnel"
      title={i18n.t('funnel.title')}
      hint={i18n.t('funnel.hint')}
      unit={i18n.t('funnel.unit')}
      n={overview.items}
      of={i18n.t('funnel.of')}
      stages={stages}
      table={{
        columns: [
          { name: i18n.t('funnel.stage') },
          { name: i18n.t('funnel.counts') },
          { name: i18n.t('funnel.total') },
          ...grades.map((grade) => ({ name: evidenceWord[grade]() })),
        ],
        rows: stages.map(({ name, group, counts }) => [
          name,
          group,
          totalOf(counts),
          ...grades.map((grade) => counts && (counts[grade] ?? 0)),
        ]),
      }}
    />
  );
}

/** What happened, time by time. Exposures may be switched off or kept for a shorter time: none is no zero then. */
function eventStages({ exposures, read, seen, clicked }: Totals): FunnelStage[] {
  const group = i18n.t('funnel.times');
  const observed = (count: number) => ({ observed: count });
  return [
    { key: 'exposed', name: i18n.t('funnel.exposed'), counts: exposures > 0 ? observed(exposures) : undefined, group },
    { key: 'read', name: i18n.t('funnel.read'), counts: observed(read), group },
    { key: 'links', name: i18n.t('funnel.links'), counts: observed(seen), group },
    { key: 'clicked', name: i18n.t('funnel.clicked'), counts: observed(clicked), group },
  ];
}

/** What became of the items that were seen. */
function stagesOfItems({ stages }: Overview): FunnelStage[] {
  const group = i18n.t('funnel.items');
  return itemStages.map((stage) => ({ key: stage, name: itemStageWord[stage](), counts: stages[stage], group }));
}
