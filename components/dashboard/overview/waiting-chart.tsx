import { i18n } from '@/utils/i18n';
import type { WaitingTime } from '@/utils/core/overview';
import { Steps, type Step } from '../../charts/steps';
import { formatCount } from '../../text/format';
import { formatShare } from '../../text/measures';

/** How long it took from the wish to the purchase; what is not bought yet counts as not yet, and not as never. */
export function WaitingChart({ waiting: { saved, bought, steps, median, until } }: { waiting: WaitingTime }) {
  const shown = steps.map(({ t, survival, low, high }) => ({ at: t, share: 1 - survival, ...boughtBy(low, high) }));
  return (
    <Steps
      id="waiting"
      title={i18n.t('waiting.title')}
      hint={i18n.t('waiting.hint', [formatCount(bought), formatCount(saved)])}
      unit={i18n.t('waiting.unit')}
      n={saved}
      of={i18n.t('waiting.of')}
      basis={i18n.t('waiting.interval')}
      steps={shown}
      until={until}
      mark={median === null ? undefined : { at: median, text: i18n.t('waiting.median', [formatCount(median)]) }}
      table={{
        columns: [
          { name: i18n.t('waiting.days') },
          { name: i18n.t('waiting.atRisk') },
          { name: i18n.t('waiting.events') },
          { name: i18n.t('waiting.share'), format: formatShare },
          { name: i18n.t('density.columns.low'), format: formatShare },
          { name: i18n.t('density.columns.high'), format: formatShare },
        ],
        rows: steps.map(({ t, at_risk, events }, place) => [t, at_risk, events, ...cellsOf(shown[place])]),
      }}
    />
  );
}

/** The less are still waiting, the more were bought: the edges change places. */
function boughtBy(low: number | null, high: number | null) {
  return { low: high === null ? null : 1 - high, high: low === null ? null : 1 - low };
}

function cellsOf({ share, low, high }: Partial<Step> = {}) {
  return [share, low ?? undefined, high ?? undefined];
}
