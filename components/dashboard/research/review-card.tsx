import { i18n } from '@/utils/i18n';
import { asksForPurchases, type Participation, type StudyTable } from '@/utils/core/study';
import { Card } from '../../parts/card';
import { formatCount } from '../../text/format';
import type { Review, ReviewQuery, ShownTable } from './props';
import { RowsTable } from './rows-table';
import { tableWord } from './words';

interface ReviewCardProps {
  study: Participation;
  review: Review;
  onReview: (query: ReviewQuery) => void;
  onLeaveOut: (keys: string[]) => void;
}

const pageRows = 50;

/** Every row before it leaves: to be seen, searched, and left out. */
export function ReviewCard({ study, review, onReview, onLeaveOut }: ReviewCardProps) {
  return (
    <Card id="review" title={i18n.t('research.review')} hint={i18n.t('research.reviewHint')}>
      <Question study={study} review={review} onReview={onReview} />
      <p class="card__text" role="status">
        {statusText(review)}
      </p>
      {review.state === 'ready' && <Outside {...review.shown} />}
      {review.state === 'ready' && <RowsTable shown={review.shown} onLeaveOut={onLeaveOut} />}
      {review.state === 'ready' && review.shown.more && (
        <div class="ways">
          <button
            type="button"
            class="button"
            onClick={() => onReview({ ...review.query, count: review.query.count + pageRows })}
          >
            {i18n.t('actions.more')}
          </button>
        </div>
      )}
    </Card>
  );
}

/** Which table, and which rows of it. */
function Question({ study, review, onReview }: Omit<ReviewCardProps, 'onLeaveOut'>) {
  const tables = reviewable(study);
  const query = review.state === 'closed' ? undefined : review.query;
  const table = query?.table ?? tables[0] ?? 'participants';
  const text = query?.text ?? '';
  const ask = (change: Partial<ReviewQuery>) => onReview({ table, text, count: pageRows, ...change });
  return (
    <div class="fields">
      <label class="field">
        <span class="field__label">{i18n.t('research.table')}</span>
        <select
          class="field__input"
          value={table}
          onChange={({ currentTarget }) => ask({ table: tables.find((each) => each === currentTarget.value) ?? table })}
        >
          {tables.map((each) => (
            <option key={each} value={each}>
              {tableWord(each)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span class="field__label">{i18n.t('research.search')}</span>
        <input
          class="field__input"
          type="search"
          autocomplete="off"
          value={text}
          onChange={({ currentTarget }) => ask({ text: currentTarget.value })}
        />
      </label>
      <button type="button" class="button" onClick={() => ask({})}>
        {i18n.t('research.show')}
      </button>
    </div>
  );
}

/** At T0 sums alone leave; purchases only where the person agreed to them. */
function reviewable({ file, purchases }: Participation): StudyTable[] {
  const asked: StudyTable[] = [...new Set<StudyTable>([...file.tables, 'quality', 'participants'])];
  const summed: StudyTable[] = ['participants', 'quality', 'aggregates'];
  const allowed = file.tier === 'T0' ? asked.filter((each) => summed.includes(each)) : asked;
  return purchases ? allowed : allowed.filter((each) => !asksForPurchases({ tables: [each] }));
}

/** What is in no table, since the study may not see its time. */
function Outside({ outside = 0 }: Pick<ShownTable, 'outside'>) {
  if (outside === 0) return null;
  return <p class="note">{i18n.t('research.outside', outside, [formatCount(outside)])}</p>;
}

function statusText(review: Review): string {
  if (review.state === 'reading') return i18n.t('research.reading');
  if (review.state === 'closed') return '';
  const { rows, more } = review.shown;
  const values: [string] = [formatCount(rows.length)];
  return more ? i18n.t('research.firstRows', rows.length, values) : i18n.t('research.allRows', rows.length, values);
}
