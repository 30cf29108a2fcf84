import { i18n } from '@/utils/i18n';
import type { LabelReport, LocalReport } from '@/utils/core/density-report';
import { Card } from '../../parts/card';
import { cleanText } from '../../text/clean';
import { Shares } from './load-section';
import { Basis } from './basis';
import { formatPercent, middleText } from './estimates';
import { FactList } from './facts';
import { labelWord } from './words';

/** How ads and notes with purchase links are labelled: what was observed, and no verdict. */
export function LabelSection({ labels, local }: { labels: LabelReport; local: LocalReport | undefined }) {
  return (
    <>
      <Shares
        id="label-audit"
        title={i18n.t('density.labelAudit')}
        hint={i18n.t('density.labelHint')}
        head={i18n.t('density.columns.label')}
        n={labels.any.units}
        of={i18n.t('density.labelledOf')}
        rows={[
          [i18n.t('density.labelled.statutory'), labels.statutory],
          [i18n.t('density.labelled.scoped'), labels.scoped],
          [i18n.t('density.labelled.feed'), labels.feed],
          [i18n.t('density.labelled.any'), labels.any],
          [i18n.t('density.labelled.visible'), labels.visible],
          [i18n.t('density.labelled.none'), labels.none],
          [i18n.t('density.labelled.scopedNone'), labels.scopedNone],
        ]}
      />
      <Shares
        id="label-kinds"
        title={i18n.t('density.labelKinds')}
        hint={literalText(labels)}
        head={i18n.t('density.columns.label')}
        n={labels.any.units}
        of={i18n.t('density.labelledOf')}
        rows={labels.kinds.map(({ name, share }) => [labelWord(name), share] as const)}
      />
      {local && (
        <Card id="label-distance" title={i18n.t('density.distance')} hint={i18n.t('density.distanceHint')}>
          <FactList facts={[[i18n.t('density.distanceMedian'), middleText(local.distance, formatPx)]]} />
          <Basis of={i18n.t('density.distancesOf')} />
        </Card>
      )}
    </>
  );
}

/** The words as they stand; how often only where there is enough to say so. */
function literalText({ texts }: LabelReport): string | undefined {
  if (texts.length === 0) return undefined;
  const words = texts.map(({ text, share }) => {
    const often = share.state === 'few' ? i18n.t('density.tooFew') : formatPercent(share.value);
    return i18n.t('density.literal', [cleanText(text, 30), often]);
  });
  return i18n.t('density.literals', [words.join(i18n.t('research.comma'))]);
}

function formatPx(px: number): string {
  return `${px.toFixed(0)} px`;
}
