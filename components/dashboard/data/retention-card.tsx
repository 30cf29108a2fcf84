import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import {
  isDays,
  isStricter,
  retentionKinds,
  type RetentionKind,
  type RetentionLimits,
  type RetentionRun,
} from '@/utils/core/retention';
import { Card } from '../../parts/card';
import { formatDate, formatMoment } from '../../text/measures';
import { rowsText } from '../../text/rows-text';
import { RetentionConfirm } from './retention-confirm';
import { RetentionEnd } from './retention-end';
import { type Draft, forEver, ownNumber, presets, RetentionField } from './retention-field';
import type { RetentionActions, RetentionView } from './retention-props';

interface RetentionCardProps extends RetentionActions {
  retention: RetentionView;
  /** What has to end before anything is erased. */
  notYet?: string | undefined;
  onBackup: () => void;
}

type Drafts = Partial<Record<RetentionKind, Draft>>;

/** How long things stay: chosen kind by kind, counted before anything goes, asked once. */
export function RetentionCard({ retention, notYet, onBackup, ...actions }: RetentionCardProps) {
  const { limits: set, last, doubtedAt, counting, applying } = retention;
  const [drafts, setDrafts] = useState<Drafts>({});
  const isAsked = counting.state === 'running' || counting.state === 'done';
  const isBusy = set === undefined || isAsked || applying.state === 'running';
  const limits = limitsOf(drafts, set ?? {});
  const onSave = () => {
    if (!limits || !set) return;
    if (isStricter(limits, set)) return actions.onCount(limits);
    setDrafts({});
    actions.onApply(limits);
  };
  const onYes = (chosen: RetentionLimits) => {
    setDrafts({});
    actions.onApply(chosen);
  };
  return (
    <Card id="retention" title={i18n.t('retention.title')} hint={i18n.t('retention.hint')}>
      <p class="card__text">{i18n.t('retention.kept')}</p>
      <div class="limits">
        {retentionKinds.map((kind) => (
          <RetentionField
            key={kind}
            kind={kind}
            draft={drafts[kind] ?? draftOf(set?.[kind])}
            isWrong={drafts[kind] !== undefined && daysOf(drafts[kind]) === 'wrong'}
            isDisabled={isBusy}
            onChange={(draft) => setDrafts({ ...drafts, [kind]: draft })}
          />
        ))}
      </div>
      {counting.state !== 'done' && <Save isDisabled={isBusy || !limits || isSame(limits, set)} onSave={onSave} />}
      {counting.state === 'done' && (
        <RetentionConfirm
          size={counting.result}
          notYet={notYet}
          onYes={onYes}
          onNo={actions.onKeep}
          onBackup={onBackup}
        />
      )}
      <RetentionEnd counting={counting} applying={applying} onStop={actions.onStop} />
      {doubtedAt !== undefined && <p class="card__text">{i18n.t('retention.doubted', [formatDate(doubtedAt)])}</p>}
      {last && applying.state === 'idle' && <p class="card__text">{lastText(last)}</p>}
    </Card>
  );
}

function Save({ isDisabled, onSave }: { isDisabled: boolean; onSave: () => void }) {
  return (
    <div class="ways">
      <button type="button" class="button" disabled={isDisabled} onClick={onSave}>
        {i18n.t('retention.save')}
      </button>
    </div>
  );
}

function lastText({ at, events, exposures }: RetentionRun): string {
  const when = formatMoment(at);
  if (events + exposures === 0) return i18n.t('retention.lastNothing', [when]);
  return i18n.t('retention.last', [when, rowsText(events, exposures)]);
}

function draftOf(days: number | undefined): Draft {
  if (days === undefined) return { choice: forEver, own: '' };
  const choice = presets.includes(String(days)) ? String(days) : ownNumber;
  return { choice, own: String(days) };
}

/** @returns undefined for ever */
function daysOf({ choice, own }: Draft): number | undefined | 'wrong' {
  if (choice === forEver) return undefined;
  const days = Number(choice === ownNumber ? own : choice);
  return isDays(days) ? days : 'wrong';
}

/** @returns undefined while a number is missing or too large */
function limitsOf(drafts: Drafts, set: RetentionLimits): RetentionLimits | undefined {
  const limits: RetentionLimits = {};
  for (const kind of retentionKinds) {
    const days = daysOf(drafts[kind] ?? draftOf(set[kind]));
    if (days === 'wrong') return undefined;
    if (days !== undefined) limits[kind] = days;
  }
  return limits;
}

function isSame(limits: RetentionLimits, set: RetentionLimits | undefined): boolean {
  return retentionKinds.every((kind) => limits[kind] === set?.[kind]);
}
