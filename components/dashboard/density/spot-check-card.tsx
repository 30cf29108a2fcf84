import { i18n } from '@/utils/i18n';
import type { Candidate, CorrectedReport, Verdict } from '@/utils/core/spot-checks';
import { Card } from '../../parts/card';
import { cleanText } from '../../text/clean';
import { formatCount } from '../../text/format';
import { formatMoment } from '../../text/measures';
import { Corrected } from './corrected';
import { LastCards } from './last-cards';

export interface SpotChecks {
  coder: 1 | 2;
  /** What is to be looked at next. */
  queue: (Candidate & { url: string })[];
  /** The last cards, with what was said of them unasked. */
  last: (Candidate & { url: string; says: Verdict | undefined })[];
  corrected: CorrectedReport;
}

export interface SpotCheckActions {
  onCoder: (coder: 1 | 2) => void;
  onVerdict: (candidate: Candidate, says: Verdict) => void;
  onTell: (candidate: Candidate, says: Verdict) => void;
}

/** Cards drawn at random, to be judged without the rules' own word: what the rules get wrong is put right in the share. */
export function SpotCheckCard({ checks, onCoder, onVerdict, onTell }: SpotCheckActions & { checks: SpotChecks }) {
  const [next] = checks.queue;
  return (
    <Card id="spot-checks" title={i18n.t('spotCheck.title')} hint={i18n.t('spotCheck.hint')}>
      <div class="spans" role="group" aria-label={i18n.t('spotCheck.coder')}>
        {([1, 2] as const).map((coder) => (
          <button
            key={coder}
            type="button"
            class="button"
            aria-pressed={coder === checks.coder}
            onClick={() => onCoder(coder)}
          >
            {coder === 1 ? i18n.t('spotCheck.first') : i18n.t('spotCheck.second')}
          </button>
        ))}
      </div>
      {next ? (
        <Question candidate={next} left={checks.queue.length} onVerdict={(says) => onVerdict(next, says)} />
      ) : (
        <p class="card__text">{i18n.t('spotCheck.none')}</p>
      )}
      <Corrected report={checks.corrected} />
      <LastCards last={checks.last} told={checks.corrected.told} onTell={onTell} />
    </Card>
  );
}

interface QuestionProps {
  candidate: SpotChecks['queue'][number];
  left: number;
  onVerdict: (says: Verdict) => void;
}

/** What the rules said is not shown: it would be repeated. */
function Question({ candidate: { title, at, position, url }, left, onVerdict }: QuestionProps) {
  const place = position === undefined ? '' : i18n.t('spotCheck.place', [formatCount(position)]);
  return (
    <div class="preview">
      <p class="preview__name">
        <bdi>{title === undefined ? i18n.t('spotCheck.untitled') : cleanText(title, 80)}</bdi>
      </p>
      <p class="soft">
        {formatMoment(at)} {place} {i18n.t('spotCheck.left', left, [formatCount(left)])}
      </p>
      <div class="ways">
        <a class="button" href={url} target="_blank" rel="noreferrer">
          {i18n.t('spotCheck.open')}
        </a>
        <button type="button" class="button button--bought" onClick={() => onVerdict('ad')}>
          {i18n.t('spotCheck.ad')}
        </button>
        <button type="button" class="button button--save" onClick={() => onVerdict('not-ad')}>
          {i18n.t('spotCheck.notAd')}
        </button>
        <button type="button" class="button button--plain" onClick={() => onVerdict('unsure')}>
          {i18n.t('spotCheck.unsure')}
        </button>
      </div>
    </div>
  );
}
