import { i18n } from '@/utils/i18n';
import { JobProgress } from '../../parts/job-progress';
import { Outcome } from '../../parts/outcome';
import { formatCount } from '../../text/format';
import type { Deed } from '../../tools';
import type { BulkDone, ItemsProps } from './items-props';

const deeds = ['save', 'unsave', 'bought', 'drop', 'undo'] as const satisfies readonly Deed[];

const words: Record<(typeof deeds)[number], () => string> = {
  save: () => i18n.t('actions.save'),
  unsave: () => i18n.t('actions.unsave'),
  bought: () => i18n.t('actions.bought'),
  drop: () => i18n.t('actions.drop'),
  undo: () => i18n.t('actions.undo'),
};

/** What can be done with many items at once. It can be stopped: what is done by then stays done, and says so. */
export function BulkBar(props: ItemsProps) {
  const { view, onChooseAll, onBulk, onStopBulk } = props;
  const { chosen, lines, bulk } = view;
  if (bulk.state === 'running') {
    const text = i18n.t('bulk.running', [formatCount(bulk.done), formatCount(bulk.total ?? 0)]);
    const { done, total } = bulk;
    return <JobProgress label={i18n.t('bulk.label')} {...{ text, done, total }} onStop={onStopBulk} />;
  }
  const all = lines.length > 0 && lines.every(({ key }) => chosen.has(key));
  return (
    <div class="bulk">
      <label class="tick">
        <input type="checkbox" checked={all} onChange={(event) => onChooseAll(event.currentTarget.checked)} />
        {i18n.t('bulk.all')}
      </label>
      {chosen.size > 0 && (
        <div
          class="bulk__deeds"
          role="group"
          aria-label={i18n.t('bulk.chosen', chosen.size, [formatCount(chosen.size)])}
        >
          <span class="bulk__chosen">{i18n.t('bulk.chosen', chosen.size, [formatCount(chosen.size)])}</span>
          {deeds.map((deed) => (
            <button key={deed} type="button" class="button" onClick={() => onBulk(deed)}>
              {words[deed]()}
            </button>
          ))}
        </div>
      )}
      <Ended bulk={bulk} />
    </div>
  );
}

function Ended({ bulk }: { bulk: ItemsProps['view']['bulk'] }) {
  if (bulk.state === 'failed') return <Outcome tone="alarm">{i18n.t('toast.failed')}</Outcome>;
  if (bulk.state === 'stopped') return <Outcome tone="plain">{i18n.t('bulk.stopped')}</Outcome>;
  return <Outcome tone={toneOf(bulk)}>{bulk.state === 'done' && endText(bulk.result)}</Outcome>;
}

function toneOf(bulk: ItemsProps['view']['bulk']): 'well' | 'warn' {
  return bulk.state === 'done' && bulk.result.failed > 0 ? 'warn' : 'well';
}

function endText({ done, failed }: BulkDone): string {
  const said = i18n.t('bulk.done', done, [formatCount(done)]);
  return failed === 0 ? said : `${said} ${i18n.t('bulk.failed', failed, [formatCount(failed)])}`;
}
