import { i18n } from '@/utils/i18n';
import { Icon } from '../../parts/icon';
import { JobProgress } from '../../parts/job-progress';
import { Loading, StateCard } from '../../parts/state-card';
import { formatCount } from '../../text/format';
import { ClosedCard } from '../closed-card';
import { ViewHead } from '../view-head';
import { BulkBar } from './bulk-bar';
import { ItemDetail } from './item-detail';
import { ItemsCards } from './items-cards';
import type { ItemsProps } from './items-props';
import { ItemsTable } from './items-table';
import { ItemsTools } from './items-tools';

/** Everything that was ever seen, saved or bought, as a table or as cards; or one of it, with its whole way. */
export function ItemsView(props: ItemsProps) {
  const { facts, view } = props;
  if (!facts.error && view.detail) return <ItemDetail detail={view.detail} {...props} />;
  return (
    <>
      <ViewHead title={i18n.t('views.items')} lead={i18n.t('itemsView.lead')} />
      <Inside {...props} />
    </>
  );
}

function Inside(props: ItemsProps) {
  const { facts, view, onGo, onRead } = props;
  const { reading, total } = view;
  if (facts.error) return <ClosedCard error={facts.error} onGo={onGo} onRetry={onRead} />;
  if (total > 0) return <Items {...props} />;
  if (reading.state === 'done')
    return <StateCard icon="sprout" title={i18n.t('itemsView.emptyTitle')} body={i18n.t('sums.emptyBody')} />;
  return (
    <>
      <Reading {...props} />
      {reading.state === 'running' && <Loading label={i18n.t('empty.loading')} />}
    </>
  );
}

function Items(props: ItemsProps) {
  const { view } = props;
  const { lines, total, look } = view;
  return (
    <section class="items" aria-label={i18n.t('views.items')}>
      <ItemsTools {...props} />
      <Reading {...props} />
      <p class="items__count" role="status">
        {lines.length === total
          ? i18n.t('itemsView.count', total, [formatCount(total)])
          : i18n.t('itemsView.found', [formatCount(lines.length), formatCount(total)])}
      </p>
      <BulkBar {...props} />
      {lines.length === 0 && <p class="items__none">{i18n.t('itemsView.none')}</p>}
      {lines.length > 0 && (look === 'table' ? <ItemsTable {...props} /> : <ItemsCards {...props} />)}
    </section>
  );
}

/** Reading again goes on beside what is there; it is told while it takes long, and when it did not end. */
function Reading({ view: { reading, total }, onStopReading, onRead }: ItemsProps) {
  if (reading.state === 'running' && total === 0) {
    const values = [formatCount(reading.done), reading.total === undefined ? '…' : formatCount(reading.total)] as const;
    const text = i18n.t('itemsView.reading', [...values]);
    const { done, total: all } = reading;
    return (
      <JobProgress label={i18n.t('itemsView.readingLabel')} {...{ text, done, total: all }} onStop={onStopReading} />
    );
  }
  if (reading.state !== 'failed' && reading.state !== 'stopped') return null;
  return (
    <div class="note note--ways" role="status">
      <span>
        <Icon name="alert" /> {i18n.t('itemsView.unread')}
      </span>
      <button type="button" class="button" onClick={onRead}>
        {i18n.t('actions.retry')}
      </button>
    </div>
  );
}
