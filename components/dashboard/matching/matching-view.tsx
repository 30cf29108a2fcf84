import { i18n } from '@/utils/i18n';
import { Card } from '../../parts/card';
import { JobProgress } from '../../parts/job-progress';
import { Outcome } from '../../parts/outcome';
import { Loading, StateCard } from '../../parts/state-card';
import { cleanText, isolate } from '../../text/clean';
import { formatCount } from '../../text/format';
import { ViewHead } from '../view-head';
import { DecidedList } from './decided-list';
import type { MatchActions, MatchView, Review } from './match-props';
import { SupposedRow } from './supposed-row';

interface MatchingProps extends MatchActions {
  view: MatchView;
}

/** What may belong together, and waits for the person's word; nothing of it counts before. */
export function MatchingView({ view, ...actions }: MatchingProps) {
  return (
    <>
      <ViewHead title={i18n.t('views.matching')} lead={i18n.t('matching.lead')} />
      <Said said={view.said} onUndo={actions.onUndo} />
      <Body view={view} {...actions} />
    </>
  );
}

function Body({ view: { review }, ...actions }: MatchingProps) {
  switch (review.state) {
    case 'idle':
      return <Loading label={i18n.t('matching.reading')} />;
    case 'running':
      return (
        <Card id="review" title={i18n.t('matching.title')}>
          <JobProgress
            {...review}
            label={i18n.t('matching.reading')}
            text={i18n.t('matching.readingProgress', [formatCount(review.done)])}
            onStop={actions.onStop}
          />
        </Card>
      );
    case 'stopped':
    case 'failed':
      return <NotRead isFailed={review.state === 'failed'} onRetry={actions.onRetry} />;
    case 'done':
      return <Lists review={review.result} {...actions} />;
  }
}

function NotRead({ isFailed, onRetry }: { isFailed: boolean } & Pick<MatchActions, 'onRetry'>) {
  const title = isFailed ? i18n.t('errors.listTitle') : i18n.t('matching.stopped');
  return (
    <StateCard icon="alert" tone={isFailed ? 'alarm' : 'calm'} title={title}>
      <button type="button" class="button button--save" onClick={onRetry}>
        {i18n.t('actions.retry')}
      </button>
    </StateCard>
  );
}

function Lists({ review, onSay, onUndo, onImport }: Omit<MatchActions, 'onStop' | 'onRetry'> & { review: Review }) {
  const { supposed, more, loose, decided } = review;
  if (supposed.length + loose + decided.length === 0)
    return (
      <StateCard icon="pair" title={i18n.t('matching.emptyTitle')} body={i18n.t('matching.emptyBody')}>
        <button type="button" class="button button--save" onClick={onImport}>
          {i18n.t('matching.import')}
        </button>
      </StateCard>
    );
  return (
    <>
      <Card id="review" title={i18n.t('matching.title')} hint={i18n.t('matching.hint')}>
        {supposed.length === 0 && <p class="card__fact">{i18n.t('matching.nothing')}</p>}
        <ul class="pairs" role="list">
          {supposed.map((each) => (
            <SupposedRow key={each.line.key} supposed={each} onSay={onSay} />
          ))}
        </ul>
        {more > 0 && <p class="soft">{i18n.t('matching.more', more, [formatCount(more)])}</p>}
        {loose > 0 && <p class="soft pairs__loose">{i18n.t('matching.loose', loose, [formatCount(loose)])}</p>}
      </Card>
      {decided.length > 0 && <DecidedList decided={decided} onUndo={onUndo} />}
    </>
  );
}

/** The last word can be taken back where it was said. */
function Said({ said, onUndo }: Pick<MatchView, 'said'> & Pick<MatchActions, 'onUndo'>) {
  if (!said) return <Outcome tone="plain" />;
  const { decided, state } = said;
  if (state === 'failed') return <Outcome tone="alarm">{i18n.t('toast.failed')}</Outcome>;
  const title = isolate(cleanText(decided.choice.title, 60) || i18n.t('orders.untitled'));
  return (
    <Outcome tone={decided.word === 'same' ? 'well' : 'plain'}>
      <span>{decided.word === 'same' ? i18n.t('matching.joined', [title]) : i18n.t('matching.parted', [title])}</span>{' '}
      <button type="button" class="button" onClick={() => onUndo(decided)}>
        {i18n.t('actions.undo')}
      </button>
    </Outcome>
  );
}
