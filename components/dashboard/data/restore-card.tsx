import { i18n } from '@/utils/i18n';
import type { HealthFacts } from '../../notices/facts';
import { Card } from '../../parts/card';
import { FileDrop } from '../../parts/file-drop';
import { JobProgress } from '../../parts/job-progress';
import { Outcome } from '../../parts/outcome';
import { isolate } from '../../text/clean';
import { formatCount } from '../../text/format';
import { formatBytes } from '../../text/measures';
import { RestoreEnd } from './restore-end';
import { Preview } from './restore-preview';
import type { BadFile, RestoreActions, RestoreView } from './restore-props';

type Closed = NonNullable<HealthFacts['error']>;

interface RestoreCardProps extends RestoreActions {
  restore: RestoreView;
  /** Why the ledger does not open; absent while it does. */
  closed?: Closed | undefined;
}

/** Nothing can be restored into a ledger that does not open: what has to be done first. */
const closedWords: Record<Closed, () => string> = {
  newer: () => i18n.t('restore.whenClosed.newer'),
  blocked: () => i18n.t('restore.whenClosed.blocked'),
  broken: () => i18n.t('restore.whenClosed.broken'),
};

/** From a file back into the ledger: first a look that changes nothing, then, if wanted, the restore. */
export function RestoreCard({ restore, closed, ...actions }: RestoreCardProps) {
  return (
    <Card id="restore" title={i18n.t('restore.title')} hint={i18n.t('restore.hint')}>
      {closed && <p class="note">{closedWords[closed]()}</p>}
      <Unfinished {...restore} onForget={actions.onForget} />
      <Step restore={restore} {...actions} />
      <End {...restore} onListRefused={actions.onListRefused} />
    </Card>
  );
}

function Step({ restore: { reading, writing }, ...actions }: Omit<RestoreCardProps, 'closed'>) {
  if (writing.state === 'running')
    return (
      <JobProgress
        {...writing}
        label={i18n.t('restore.running')}
        text={i18n.t('restore.progress', [formatCount(writing.done), formatCount(writing.total ?? writing.done)])}
        onStop={actions.onStop}
      />
    );
  if (reading.state === 'running')
    return (
      <JobProgress
        {...reading}
        label={i18n.t('restore.reading')}
        text={i18n.t('restore.readingProgress', [
          formatBytes(reading.done),
          formatBytes(reading.total ?? reading.done),
        ])}
        onStop={actions.onStop}
      />
    );
  if (reading.state === 'done' && writing.state === 'idle') return <Preview preview={reading.result} {...actions} />;
  return (
    <FileDrop
      accept=".gz,.ndjson"
      choose={i18n.t('restore.choose')}
      drop={i18n.t('restore.drop')}
      onFiles={([file]) => file && actions.onFile(file)}
    />
  );
}

function End({ reading, writing, onListRefused }: RestoreView & Pick<RestoreActions, 'onListRefused'>) {
  if (writing.state === 'done') return <RestoreEnd done={writing.result} onListRefused={onListRefused} />;
  if (writing.state === 'failed') return <Outcome tone="alarm">{i18n.t('restore.failed')}</Outcome>;
  if (reading.state === 'failed') return <Outcome tone="alarm">{badFileText(reading.why)}</Outcome>;
  if (reading.state === 'stopped') return <Outcome tone="plain">{i18n.t('restore.readingStopped')}</Outcome>;
  return <Outcome tone="plain" />;
}

function badFileText(why: BadFile): string {
  switch (why) {
    case 'empty':
      return i18n.t('restore.empty');
    case 'foreign':
      return i18n.t('restore.foreign');
    case 'newer':
      return i18n.t('restore.newer');
    case 'cut':
      return i18n.t('restore.cutFile');
    case 'closed':
      return i18n.t('restore.closed');
    case 'failed':
      return i18n.t('restore.unreadable');
  }
}

/** A restore that was interrupted: the same file, chosen again, takes it up. */
function Unfinished({ unfinished, reading, writing, onForget }: RestoreView & Pick<RestoreActions, 'onForget'>) {
  if (!unfinished || reading.state !== 'idle' || writing.state !== 'idle') return null;
  const { file, progress } = unfinished;
  const values: [string, string, string] = [
    isolate(file.name),
    formatCount(progress.done),
    formatCount(progress.total),
  ];
  return (
    <div class="note note--ways">
      <p>{i18n.t('restore.unfinished', values)}</p>
      <button type="button" class="button" onClick={onForget}>
        {i18n.t('alerts.putAway')}
      </button>
    </div>
  );
}
