import { i18n } from '@/utils/i18n';
import { fewestChecks, type Candidate, type CorrectedReport, type Verdict } from '@/utils/core/spot-checks';
import { Card } from '../../parts/card';
import { cleanText } from '../../text/clean';
import { formatCount } from '../../text/format';
import { formatMoment } from '../../text/measures';
import { formatPercent } from './estimates';
import { FactList } from './facts';
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

function Corrected({ report }: { report: CorrectedReport }) {
  const { checked, isEnough, precision, recall, kappa, observed, corrected, coders } = report;
  const counts: [string, string] = [formatCount(checked.ads), formatCount(checked.others)];
  const share = (value: number | null) => (value === null ? i18n.t('density.noValue') : formatPercent(value));
  const agreed = (value: number | null) => (value === null ? i18n.t('density.noValue') : value.toFixed(2));
  if (!isEnough)
    return (
      <p class="card__text" role="status">
        {i18n.t('spotCheck.few', [...counts, String(fewestChecks.ads), String(fewestChecks.others)])}
      </p>
    );
  return (
    <FactList
      facts={[
        [i18n.t('spotCheck.checked'), i18n.t('spotCheck.counts', [...counts, formatCount(checked.unsure)])],
        [i18n.t('spotCheck.precision'), share(precision)],
        [i18n.t('spotCheck.recall'), share(recall)],
        [i18n.t('spotCheck.kappa'), agreed(kappa)],
        [i18n.t('spotCheck.observed'), share(observed)],
        [i18n.t('spotCheck.corrected'), corrected ? intervalText(corrected) : i18n.t('density.noValue')],
        [i18n.t('spotCheck.coders', coders.n, [formatCount(coders.n)]), agreed(coders.kappa)],
      ]}
    />
  );
}

function intervalText({ value, low, high }: NonNullable<CorrectedReport['corrected']>): string {
  return i18n.t('spotCheck.interval', [formatPercent(value), formatPercent(low), formatPercent(high)]);
}
