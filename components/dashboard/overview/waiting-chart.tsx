import { i18n } from '@/utils/i18n';
import type { WaitingTime } from '@/utils/core/overview';
import { Steps } from '../../charts/steps';
import { formatCount } from '../../text/format';
import { formatShare } from '../../text/measures';

/** How long it took from the wish to the purchase; what is not bought yet counts as not yet, and not as never. */
export function WaitingChart({ waiting: { saved, bought, steps, median, until } }: { waiting: WaitingTime }) {
  const shown = steps.map(({ t, survival }) => ({ at: t, share: 1 - survival }));
  return (
    <Steps
      id="waiting"
      title={i18n.t('waiting.title')}
      hint={i18n.t('waiting.hint', [formatCount(bought), formatCount(saved)])}
      unit={i18n.t('waiting.unit')}
      n={saved}
      of={i18n.t('waiting.of')}
      steps={shown}
      until={until}
      mark={median === null ? undefined : { at: median, text: i18n.t('waiting.median', [formatCount(median)]) }}
      table={{
        columns: [
          { name: i18n.t('waiting.days') },
          { name: i18n.t('waiting.atRisk') },
          { name: i18n.t('waiting.events') },
          { name: i18n.t('waiting.share'), format: formatShare },
        ],
        rows: steps.map(({ t, at_risk, events, survival }) => [t, at_risk, events, 1 - survival]),
      }}
    />
  );
}
