import { i18n } from '@/utils/i18n';
import { policyDates } from '@/utils/core/policy-dates';
import { policyDateText, policyWord } from '../text/policy-words';

/** The dates that fall into a span of time, numbered as they are on the axis. */
export function policyWithin(from: number, to: number) {
  return policyDates
    .filter(({ at }) => at >= from && at <= to)
    .map((entry, place) => ({ ...entry, number: place + 1 }));
}

interface PolicyListProps {
  dates: ReturnType<typeof policyWithin>;
  shown: boolean;
  onShow: (shown: boolean) => void;
}

/** What the platforms did meanwhile, to be laid over a chart or not. That one came after the other is no proof of a cause. */
export function PolicyList({ dates, shown, onShow }: PolicyListProps) {
  return (
    <div class="policy">
      <label class="tick">
        <input type="checkbox" checked={shown} onChange={(event) => onShow(event.currentTarget.checked)} />
        {i18n.t('policy.show')}
      </label>
      {shown && dates.length === 0 && <p class="card__text">{i18n.t('policy.none')}</p>}
      {shown && dates.length > 0 && (
        <ol class="policy__list">
          {dates.map((entry) => (
            <li key={entry.id}>
              <b>{policyDateText(entry)}</b> {policyWord[entry.id]()}
              <span class="soft"> {i18n.t('policy.sources', entry.sources.length)}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
