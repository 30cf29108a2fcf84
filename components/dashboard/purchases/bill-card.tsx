import { i18n } from '@/utils/i18n';
import type { BillSent } from '@/utils/core/bill-parts';
import { Card } from '../../parts/card';
import { FileDrop } from '../../parts/file-drop';
import { JobProgress } from '../../parts/job-progress';
import { Outcome } from '../../parts/outcome';
import { formatCount } from '../../text/format';
import { formatBytes, formatDate } from '../../text/measures';
import { Preview } from './bill-preview';
import type { BillActions, BillView } from './bill-props';

interface BillCardProps extends BillActions {
  bills: BillView;
}

/** Bills of the wallets and shops: first a look that changes nothing, then, if wanted, the import. */
export function BillCard({ bills, ...actions }: BillCardProps) {
  return (
    <Card id="bills" title={i18n.t('bills.title')} hint={i18n.t('bills.hint')}>
      <TakenBackNote {...bills} onForget={actions.onForget} />
      <Step bills={bills} {...actions} />
      <End {...bills} onMatch={actions.onMatch} />
      <HowTo />
    </Card>
  );
}

/** An import that broke off while nobody looked: what it had stored is gone again. */
function TakenBackNote({ takenBack, reading, writing, onForget }: BillView & Pick<BillActions, 'onForget'>) {
  const isLookedAt = reading.state === 'done' && writing.state === 'idle';
  const isBusy = reading.state === 'running' || writing.state === 'running' || isLookedAt;
  if (!takenBack || isBusy) return null;
  const { purchases, at } = takenBack;
  return (
    <div class="note note--ways">
      <p>{i18n.t('bills.brokeOff', purchases, [formatCount(purchases), formatDate(at)])}</p>
      <button type="button" class="button" onClick={onForget}>
        {i18n.t('alerts.putAway')}
      </button>
    </div>
  );
}

function Step({ bills: { reading, writing }, ...actions }: BillCardProps) {
  if (writing.state === 'running')
    return (
      <JobProgress
        {...writing}
        label={i18n.t('bills.running')}
        text={i18n.t('bills.progress', [formatCount(writing.done), formatCount(writing.total ?? writing.done)])}
        onStop={actions.onStop}
      />
    );
  if (reading.state === 'running')
    return (
      <JobProgress
        {...reading}
        label={i18n.t('bills.reading')}
        text={i18n.t('bills.readingProgress', [formatBytes(reading.done), formatBytes(reading.total ?? reading.done)])}
        onStop={actions.onStop}
      />
    );
  if (reading.state === 'done' && writing.state === 'idle') return <Preview preview={reading.result} {...actions} />;
  return (
    <FileDrop
      accept=".csv,.xlsx,.zip,.txt"
      multiple
      choose={i18n.t('bills.choose')}
      drop={i18n.t('bills.drop')}
      onFiles={actions.onFiles}
    />
  );
}

function End({ reading, writing, onMatch }: BillView & Pick<BillActions, 'onMatch'>) {
  if (writing.state === 'done') return <Sent sent={writing.result} onMatch={onMatch} />;
  if (writing.state === 'failed') return <Outcome tone="alarm">{i18n.t('bills.failed')}</Outcome>;
  if (reading.state === 'failed') return <Outcome tone="alarm">{i18n.t('bills.unreadable')}</Outcome>;
  if (reading.state === 'stopped') return <Outcome tone="plain">{i18n.t('bills.readingStopped')}</Outcome>;
  return <Outcome tone="plain" />;
}

function Sent({ sent, onMatch }: { sent: BillSent; onMatch: () => void }) {
  const { end, added, known, refused, remains } = sent;
  const tone = end === 'done' ? 'well' : end === 'stopped' ? 'plain' : 'alarm';
  return (
    <>
      <Outcome tone={tone}>
        <p>{endText(end)}</p>
        {end !== 'done' && !remains && <p>{i18n.t('bills.takenBack')}</p>}
        {(end === 'done' || remains) && <p>{i18n.t('bills.numbers', [formatCount(added), formatCount(known)])}</p>}
        {refused > 0 && <p>{i18n.t('bills.refused', refused, [formatCount(refused)])}</p>}
        {remains && <p>{i18n.t('bills.goOn')}</p>}
      </Outcome>
      {added > 0 && (
        <p class="ways">
          <button type="button" class="button" onClick={onMatch}>
            {i18n.t('bills.match')}
          </button>
        </p>
      )}
    </>
  );
}

function endText(end: BillSent['end']): string {
  switch (end) {
    case 'done':
      return i18n.t('bills.done');
    case 'stopped':
      return i18n.t('bills.stopped');
    case 'erased':
      return i18n.t('bills.erased');
    case 'taken-back':
      return i18n.t('bills.undone');
    case 'full':
      return i18n.t('bills.full');
    case 'unanswered':
    case 'failed':
      return i18n.t('bills.failed');
  }
}

/** Where each bill comes from. The words are those of the wallets' own menus. */
function HowTo() {
  const ways: [string, string][] = [
    [i18n.t('bills.alipay'), i18n.t('bills.alipayWay')],
    [i18n.t('bills.wechat'), i18n.t('bills.wechatWay')],
    [i18n.t('bills.jd'), i18n.t('bills.jdWay')],
    [i18n.t('bills.meituan'), i18n.t('bills.meituanWay')],
  ];
  return (
    <details class="refused">
      <summary class="refused__summary">{i18n.t('bills.how')}</summary>
      <dl class="howto">
        {ways.map(([name, way]) => (
          <div key={name} class="howto__row">
            <dt>{name}</dt>
            <dd>{way}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
