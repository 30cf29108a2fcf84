import { i18n } from '@/utils/i18n';
import type { Candidate, CorrectedReport, Verdict } from '@/utils/core/spot-checks';
import { cleanText } from '../../text/clean';
import { formatCount } from '../../text/format';
import { formatMoment } from '../../text/measures';
import type { SpotChecks } from './spot-check-card';

interface LastCardsProps {
  last: SpotChecks['last'];
  told: CorrectedReport['told'];
  onTell: (candidate: Candidate, says: Verdict) => void;
}

/** What was seen last, with what the rules made of it: where they are wrong, one press says so. */
export function LastCards({ last, told, onTell }: LastCardsProps) {
  if (last.length === 0) return undefined;
  return (
    <section aria-labelledby="last-cards-title">
      <h3 class="card__part" id="last-cards-title">
        {i18n.t('spotCheck.last')}
      </h3>
      <p class="card__text">{i18n.t('spotCheck.lastHint')}</p>
      <ul class="hits">
        {last.map((each) => (
          <Told key={each.key} card={each} onTell={onTell} />
        ))}
      </ul>
      <p class="card__text card__fact" role="status">
        {i18n.t('spotCheck.told', [formatCount(told.notAds), formatCount(told.missed)])}
      </p>
    </section>
  );
}

function Told({ card, onTell }: { card: SpotChecks['last'][number]; onTell: LastCardsProps['onTell'] }) {
  const { title, at, isAd, url, says } = card;
  const wrong = isAd ? 'not-ad' : 'ad';
  const isTold = says === wrong;
  const name = title === undefined ? i18n.t('spotCheck.untitled') : cleanText(title, 60);
  return (
    <li class="hit">
      <span class="hit__words">
        <a class="hit__name" href={url} target="_blank" rel="noreferrer">
          <bdi>{name}</bdi>
        </a>
        <span class="soft">
          {formatMoment(at)} · {isAd ? i18n.t('spotCheck.calledAd') : i18n.t('spotCheck.calledNone')}
        </span>
      </span>
      <button
        type="button"
        class="button button--plain"
        aria-pressed={isTold}
        onClick={() => onTell(card, isTold ? 'unsure' : wrong)}
      >
        {isAd ? i18n.t('spotCheck.notAd') : i18n.t('spotCheck.missed')}
      </button>
    </li>
  );
}
