import { i18n } from '@/utils/i18n';
import { fewestChecks, type CorrectedReport, type Rate } from '@/utils/core/spot-checks';
import { formatCount } from '../../text/format';
import { estimateText, formatPercent } from './estimates';
import { FactList } from './facts';

/** How well the rules do, and the share with their error put right, with what both rest on. */
export function Corrected({ report }: { report: CorrectedReport }) {
  const { checked, isEnough, precision, recall, kappa, observed, corrected, coders } = report;
  const counts: [string, string] = [formatCount(checked.ads), formatCount(checked.others)];
  if (!isEnough)
    return (
      <p class="card__text" role="status">
        {i18n.t('spotCheck.few', [...counts, String(fewestChecks.ads), String(fewestChecks.others)])}
      </p>
    );
  return (
    <>
      <FactList
        facts={[
          [i18n.t('spotCheck.checked'), i18n.t('spotCheck.counts', [...counts, formatCount(checked.unsure)])],
          [i18n.t('spotCheck.precision'), rateText(precision)],
          [i18n.t('spotCheck.recall'), rateText(recall)],
          [i18n.t('spotCheck.kappa'), rateText(kappa, formatKappa)],
          [i18n.t('spotCheck.observed'), estimateText(observed)],
          [i18n.t('spotCheck.corrected'), observed.state === 'few' ? i18n.t('density.tooFew') : rateText(corrected)],
          [i18n.t('spotCheck.coders', coders.n, [formatCount(coders.n)]), agreementText(coders)],
        ]}
      />
      <p class="chart__facts figure-basis">{basisText(report)}</p>
    </>
  );
}

function agreementText({ n, kappa }: CorrectedReport['coders']): string {
  return n < fewestChecks.both ? i18n.t('density.tooFew') : rateText(kappa, formatKappa);
}

function rateText(rate: Rate | null, format = formatPercent): string {
  if (rate === null) return i18n.t('density.noValue');
  return i18n.t('spotCheck.interval', [format(rate.value), format(rate.low), format(rate.high)]);
}

function formatKappa(kappa: number): string {
  return kappa.toFixed(2);
}

function basisText({ of: { cards, undecided }, rules }: CorrectedReport): string {
  const decided = formatPercent(cards / Math.max(1, cards + undecided));
  return i18n.t('spotCheck.rests', [formatCount(cards), rules.join(' '), decided]);
}
