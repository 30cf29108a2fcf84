import { i18n } from '@/utils/i18n';
import { itemTitle } from '../../items/item-text';
import { WhySelect } from '../../items/why-select';
import { Card } from '../../parts/card';
import { JobProgress } from '../../parts/job-progress';
import { Outcome } from '../../parts/outcome';
import { Loading, StateCard } from '../../parts/state-card';
import { isolate } from '../../text/clean';
import { formatCount } from '../../text/format';
import { dropReasonWord } from '../../text/drop-words';
import { formatDate } from '../../text/measures';
import { useTools } from '../../tools';
import { BoughtCard } from './bought-card';
import type { AftermathActions, AftermathView, Said } from './bought-props';
import { CoolingCard } from './cooling-card';

interface AftermathProps extends AftermathActions {
  view: AftermathView;
}

/** What waits for a decision, and what came of what was bought. */
export function AftermathCards({ view, ...actions }: AftermathProps) {
  return (
    <>
      <SaidLine said={view.said} onSay={actions.onSay} />
      <Body view={view} {...actions} />
    </>
  );
}

function Body({ view: { lists }, onSay, onStop, onRetry }: AftermathProps) {
  switch (lists.state) {
    case 'idle':
      return <Loading label={i18n.t('bought.reading')} />;
    case 'running':
      return (
        <Card id="bought" title={i18n.t('bought.title')}>
          <JobProgress
            {...lists}
            label={i18n.t('bought.reading')}
            text={i18n.t('bought.progress', [formatCount(lists.done)])}
            onStop={onStop}
          />
        </Card>
      );
    case 'stopped':
    case 'failed':
      return (
        <StateCard icon="alert" tone={lists.state === 'failed' ? 'alarm' : 'calm'} title={i18n.t('errors.listTitle')}>
          <button type="button" class="button button--save" onClick={onRetry}>
            {i18n.t('actions.retry')}
          </button>
        </StateCard>
      );
    case 'done':
      return (
        <>
          <CoolingCard cooling={lists.result.cooling} more={lists.result.moreCooling} onSay={onSay} />
          <BoughtCard bought={lists.result.bought} more={lists.result.moreBought} onSay={onSay} />
        </>
      );
  }
}

/** The last word can be taken back where it was said. */
function SaidLine({ said, onSay }: Pick<AftermathView, 'said'> & Pick<AftermathActions, 'onSay'>) {
  const { platformName } = useTools();
  if (!said) return <Outcome tone="plain" />;
  if (said.state === 'failed') return <Outcome tone="alarm">{i18n.t('toast.failed')}</Outcome>;
  const title = isolate(itemTitle(said.item, platformName).text);
  return (
    <Outcome tone="well">
      <span>{saidText(said.said, title)}</span>{' '}
      {isOfDrop(said.said) && (
        <WhySelect
          reason={('why' in said.said && said.said.why) || undefined}
          onReason={(why) => onSay(said.item, { why })}
        />
      )}{' '}
      {!isTakenBack(said.said) && (
        <button type="button" class="button" onClick={() => onSay(said.item, undoOf(said.said, said.item))}>
          {i18n.t('actions.undo')}
        </button>
      )}
    </Outcome>
  );
}

function saidText(said: Said, title: string): string {
  if (isTakenBack(said)) return i18n.t('bought.saidNone', [title]);
  if ('until' in said) return i18n.t('cooling.said', [title, formatDate(said.until)]);
  if ('why' in said)
    return said.why ? i18n.t('toast.whySaid', [dropReasonWord[said.why]()]) : i18n.t('toast.whyUnsaid');
  if ('mark' in said) return said.mark === 'bought' ? i18n.t('toast.bought') : i18n.t('toast.dropped');
  switch (said.outcome) {
    case 'kept':
      return i18n.t('bought.saidKept', [title]);
    case 'regretted':
      return i18n.t('bought.saidRegretted', [title]);
    case 'refunded':
    case 'none':
      return i18n.t('bought.saidRefunded', [title]);
  }
}

function isOfDrop(said: Said): boolean {
  return 'why' in said || ('mark' in said && said.mark === 'dropped');
}

function isTakenBack(said: Said): boolean {
  if ('until' in said) return said.until === 0;
  if ('why' in said) return false;
  return 'mark' in said ? said.mark === 'none' : said.outcome === 'none';
}

/** @param item as it was before the word */
function undoOf(
  said: Said,
  item: { outcome?: { as: 'kept' | 'regretted' | 'refunded' }; cool?: { until: number } },
): Said {
  if ('until' in said) return { until: item.cool?.until ?? 0 };
  // What is taken back is the drop itself, and its reason goes with it.
  return 'mark' in said || 'why' in said ? { mark: 'none' } : { outcome: item.outcome?.as ?? 'none' };
}
