import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import { isOver, type Participation } from '@/utils/core/study';
import { Card } from '../../parts/card';
import { Confirm } from '../../parts/confirm';
import { formatCount } from '../../text/format';
import { formatMoment } from '../../text/measures';
import { Fact, StudyFacts } from './study-facts';

interface StudyCardProps {
  study: Participation;
  now: number;
  onLeave: () => void;
}

/** The study that the person is in, under which name, and the way out. */
export function StudyCard({ study, now, onLeave }: StudyCardProps) {
  const [isAsked, setAsked] = useState(false);
  const { file, participantId, redacted } = study;
  return (
    <Card id="study" title={file.title} hint={hintOf(study, now)}>
      <dl class="facts">
        <Fact word={i18n.t('research.name')}>
          <code class="code">{participantId}</code>
        </Fact>
        <Fact word={i18n.t('research.redacted')}>{formatCount(redacted.length)}</Fact>
      </dl>
      <details class="refused">
        <summary class="refused__summary">{i18n.t('research.aboutStudy')}</summary>
        <StudyFacts file={file} />
        <p class="prose consent__text">{file.consent.text}</p>
      </details>
      {isAsked ? (
        <Confirm
          question={i18n.t('research.leaveAsk')}
          yes={i18n.t('research.leave')}
          no={i18n.t('research.stay')}
          onYes={onLeave}
          onNo={() => setAsked(false)}
        >
          <p class="confirm__body">{i18n.t('research.leaveBody')}</p>
        </Confirm>
      ) : (
        <div class="ways">
          <button type="button" class="button button--danger" onClick={() => setAsked(true)}>
            {i18n.t('research.leave')}
          </button>
        </div>
      )}
    </Card>
  );
}

/** Since when, and from when on where a clock that ran ahead has put rows into the time to come. */
function hintOf({ file, consentedAt, observedFrom }: Participation, now: number): string {
  if (isOver(file, now)) return i18n.t('research.isOver');
  if (isOver(file, observedFrom)) return i18n.t('research.beyond');
  return observedFrom > now
    ? i18n.t('research.later', [formatMoment(observedFrom)])
    : i18n.t('research.since', [formatMoment(consentedAt)]);
}
