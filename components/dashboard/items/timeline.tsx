import { i18n } from '@/utils/i18n';
import type { JourneyStep } from '@/utils/core/rows';
import { formatMoment } from '../../text/measures';
import { evidenceWord, stepWord } from '../../text/words';

const dayMs = 86_400_000;

/** Step after step, each with its moment and how it is known; a pause of days is told. */
export function Timeline({ journey }: { journey: readonly JourneyStep[] }) {
  return (
    <ol class="timeline" role="list">
      {journey.map(({ step, at, evidence }, place) => {
        const days = Math.floor((at - (journey[place - 1]?.at ?? at)) / dayMs);
        return (
          <li key={step} class={`timeline__step timeline__step--${step}`}>
            {days > 0 && <span class="timeline__pause">{i18n.t('itemDetail.daysLater', days, [String(days)])}</span>}
            <span class="timeline__name">{stepWord[step]()}</span>
            <time class="timeline__at" dateTime={new Date(at).toISOString()}>
              {formatMoment(at)}
            </time>
            <span class="timeline__evidence">{evidenceWord[evidence]()}</span>
          </li>
        );
      })}
    </ol>
  );
}
