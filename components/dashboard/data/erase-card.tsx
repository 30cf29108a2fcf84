import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import { Card } from '../../parts/card';
import { Choice } from '../../parts/choice';
import { JobProgress } from '../../parts/job-progress';
import { Outcome } from '../../parts/outcome';
import { formatCount } from '../../text/format';
import { rowsText } from '../../text/rows-text';
import { EraseConfirm } from './erase-confirm';
import {
  type EraseActions,
  type ErasedAmount,
  type EraseKind,
  eraseKinds,
  type EraseTarget,
  type EraseView,
} from './erase-props';
import { ErasePlatform } from './erase-platform';
import { EraseRange } from './erase-range';
import { EraseSearch } from './erase-search';

interface EraseCardProps extends EraseActions {
  erase: EraseView;
  /** The name of the folder that backups are written into, where there is one. */
  folder?: string | undefined;
  /** What has to end before anything is erased. */
  notYet?: string | undefined;
}

const words: Record<EraseKind, () => string> = {
  item: () => i18n.t('eraseCard.item'),
  note: () => i18n.t('eraseCard.note'),
  platform: () => i18n.t('eraseCard.platform'),
  range: () => i18n.t('eraseCard.range'),
  all: () => i18n.t('eraseCard.all'),
};

/** Lets go of something for good: first what, then how much it is, then once more whether. */
export function EraseCard({ erase, folder, notYet, ...actions }: EraseCardProps) {
  const [kind, setKind] = useState<EraseKind>('item');
  const [target, setTarget] = useState<EraseTarget>();
  const choose = (next: EraseTarget | undefined) => {
    setTarget(next);
    actions.onChoose(next);
  };
  const onErase = (chosen: EraseTarget) => {
    setTarget(undefined);
    actions.onErase(chosen);
  };
  const onKind = (next: EraseKind) => {
    setKind(next);
    choose(undefined);
  };
  return (
    <Card id="erase" title={i18n.t('eraseCard.title')} hint={i18n.t('eraseCard.hint')}>
      <p class="card__text">
        {folder === undefined ? i18n.t('eraseCard.backups') : i18n.t('eraseCard.backupsIn', [folder])}
      </p>
      <Kinds kind={kind} onKind={onKind} />
      <Chooser kind={kind} erase={erase} onSearch={actions.onSearch} onChoose={choose} />
      {target && (
        <EraseConfirm
          target={target}
          size={erase.size}
          notYet={notYet}
          onYes={onErase}
          onNo={() => choose(undefined)}
          onBackup={actions.onBackup}
        />
      )}
      <End erase={erase} onStop={actions.onStop} />
    </Card>
  );
}

function Kinds({ kind, onKind }: { kind: EraseKind; onKind: (kind: EraseKind) => void }) {
  return (
    <fieldset class="choices">
      <legend class="choices__legend">{i18n.t('eraseCard.what')}</legend>
      {eraseKinds.map((each) => (
        <Choice key={each} group="erase-kind" checked={each === kind} onChoose={() => onKind(each)}>
          {words[each]()}
        </Choice>
      ))}
    </fieldset>
  );
}

interface ChooserProps extends Pick<EraseActions, 'onSearch' | 'onChoose'> {
  kind: EraseKind;
  erase: EraseView;
}

function Chooser({ kind, erase: { hits, platforms }, onSearch, onChoose }: ChooserProps) {
  switch (kind) {
    case 'item':
    case 'note':
      return <EraseSearch key={kind} what={kind} hits={hits} onSearch={onSearch} onChoose={onChoose} />;
    case 'platform':
      return <ErasePlatform platforms={platforms} onChoose={onChoose} />;
    case 'range':
      return <EraseRange onChoose={onChoose} />;
    case 'all':
      return (
        <div class="ways">
          <button
            type="button"
            class="button button--danger"
            onClick={() => onChoose({ what: { kind: 'all' }, name: '' })}
          >
            {i18n.t('erase.start')}
          </button>
        </div>
      );
  }
}

function erasedText(erased: ErasedAmount): string {
  if (erased === 'unknown') return i18n.t('toast.erased');
  const { events, exposures } = erased;
  if (events + exposures === 0) return i18n.t('eraseCard.nothingThere');
  return i18n.t('eraseCard.done', [rowsText(events, exposures)]);
}

function End({ erase: { erasing, isAll }, onStop }: { erase: EraseView } & Pick<EraseActions, 'onStop'>) {
  if (erasing.state === 'running') {
    const { done, total } = erasing;
    if (isAll && total !== undefined) return <AllAtOnce total={total} />;
    return <Running done={done} total={total} onStop={onStop} />;
  }
  if (erasing.state === 'done') return <Outcome tone="well">{erasedText(erasing.result)}</Outcome>;
  if (erasing.state === 'failed') return <Outcome tone="alarm">{i18n.t('eraseCard.failed')}</Outcome>;
  if (erasing.state === 'stopped') return <Outcome tone="plain">{i18n.t('eraseCard.stopped')}</Outcome>;
  return <Outcome tone="plain" />;
}

/** Everything goes at one stroke, which has no middle to stop in. */
function AllAtOnce({ total }: { total: number }) {
  const text = i18n.t('eraseCard.allAtOnce', total, [formatCount(total)]);
  return <JobProgress done={0} label={i18n.t('eraseCard.running')} text={text} />;
}

/** Without a total it waits for what is before it. */
function Running({ done, total, onStop }: { done: number; total: number | undefined; onStop: () => void }) {
  const label = i18n.t('eraseCard.running');
  if (total === undefined) return <JobProgress done={done} label={label} text={label} onStop={onStop} />;
  const text = i18n.t('eraseCard.progress', [formatCount(done), formatCount(total)]);
  return <JobProgress done={done} total={total} label={label} text={text} onStop={onStop} />;
}
