import { i18n } from '@/utils/i18n';
import type { LabelReport, LocalReport } from '@/utils/core/density-report';
import { Bars } from '../../charts/bars';
import { Card } from '../../parts/card';
import { formatCount } from '../../text/format';
import { cleanText } from '../../text/clean';
import { Shares } from './load-section';
import { FactList } from './facts';
import { labelWord } from './words';

/** How ads and notes with purchase links are labelled: what was observed, and no verdict. */
export function LabelSection({ labels, local }: { labels: LabelReport; local: LocalReport | undefined }) {
  const total = labels.kinds.reduce((sum, { units }) => sum + units, 0);
  return (
    <>
      <Shares
        id="label-audit"
        title={i18n.t('density.labelAudit')}
        hint={i18n.t('density.labelHint')}
        head={i18n.t('density.columns.label')}
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
      <Bars
        id="label-kinds"
        title={i18n.t('density.labelKinds')}
        hint={literalText(labels)}
        unit={i18n.t('density.unitUnit')}
        n={total}
        of={i18n.t('density.labelledOf')}
        rows={labels.kinds.map(({ name, units }) => ({
          key: name,
          name: labelWord(name),
          bars: [
            { text: formatCount(units), value: units, tone: name === 'none' ? ('root' as const) : ('grass' as const) },
          ],
        }))}
        table={{
          columns: [{ name: i18n.t('density.columns.label') }, { name: i18n.t('density.columns.units') }],
          rows: labels.kinds.map(({ name, units }) => [labelWord(name), units]),
        }}
      />
      {local && (
        <Card id="label-distance" title={i18n.t('density.distance')} hint={i18n.t('density.distanceHint')}>
          <FactList facts={distanceFacts(local.distance)} />
        </Card>
      )}
    </>
  );
}

function literalText({ texts }: LabelReport): string | undefined {
  if (texts.length === 0) return undefined;
  const words = texts.map(({ text, units }) => i18n.t('density.literal', [cleanText(text, 30), formatCount(units)]));
  return i18n.t('density.literals', [words.join(i18n.t('research.comma'))]);
}

function distanceFacts({ n, median, most }: LocalReport['distance']): [string, string][] {
  const none = n > 0 ? i18n.t('density.tooFew') : i18n.t('density.noValue');
  const px = (value: number | null) => (value === null ? none : `${value.toFixed(0)} px`);
  return [
    [i18n.t('density.distanceCount'), formatCount(n)],
    [i18n.t('density.distanceMedian'), px(median)],
    [i18n.t('density.distanceMost'), px(most)],
  ];
}
