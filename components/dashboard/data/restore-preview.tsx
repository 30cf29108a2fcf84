import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import { Icon } from '../../parts/icon';
import { cleanText } from '../../text/clean';
import { formatCount } from '../../text/format';
import { formatBytes, formatDate, formatMoment } from '../../text/measures';
import { RefusedList } from './refused-list';
import { RestoreLimits } from './restore-limits';
import type { RestoreActions, RestorePreview } from './restore-props';

interface PreviewProps extends Pick<RestoreActions, 'onRestore' | 'onAgain' | 'onListRefused'> {
  preview: RestorePreview;
}

/** What is in a file and what a restore would do; nothing has been written. */
export function Preview({ preview, onRestore, onAgain, onListRefused }: PreviewProps) {
  const [ticked, setTicked] = useState(false);
  const settings = ticked && preview.hasSettings;
  const fresh = preview.events.fresh + preview.exposures.fresh;
  const anything = fresh > 0 || settings;
  return (
    <div class="preview" role="group" aria-label={i18n.t('restore.previewTitle')}>
      <FileFacts preview={preview} />
      <Tallies preview={preview} />
      <Doubts preview={preview} />
      <RefusedList refused={preview.refused} onList={onListRefused} />
      {fresh === 0 && <p class="preview__say">{nothingText(preview)}</p>}
      {preview.hasSettings && <SettingsToo checked={settings} onChange={setTicked} />}
      {anything && <RestoreLimits limits={preview.limits} withSettings={settings} />}
      <div class="ways">
        {(anything || preview.hasSettings) && (
          <button type="button" class="button button--save" disabled={!anything} onClick={() => onRestore(settings)}>
            {fresh > 0 ? i18n.t('restore.start', fresh, [formatCount(fresh)]) : i18n.t('restore.startSettings')}
          </button>
        )}
        <button type="button" class="button" onClick={onAgain}>
          {i18n.t('restore.again')}
        </button>
      </div>
    </div>
  );
}

/** That all of it is there is known only of a file that could be read to its end. */
function nothingText({ events, exposures, refused, wholeness }: RestorePreview): string {
  const isAllKnown = wholeness === 'whole' && refused.count === 0 && events.known + exposures.known > 0;
  return isAllKnown ? i18n.t('restore.nothingNew') : i18n.t('restore.nothingToAdd');
}

function FileFacts({ preview: { file, madeAt, from, to } }: { preview: RestorePreview }) {
  return (
    <div class="preview__file">
      <p class="preview__name">
        <Icon name="page" />
        <bdi>{cleanText(file.name, 80)}</bdi>
      </p>
      <p class="soft">
        {i18n.t('restore.madeAt', [formatMoment(madeAt), formatBytes(file.size)])}
        {from !== undefined && to !== undefined && (
          <>
            <br />
            {i18n.t('restore.span', [formatDate(from), formatDate(to)])}
          </>
        )}
      </p>
    </div>
  );
}

function Tallies({ preview: { events, exposures, refused } }: { preview: RestorePreview }) {
  const rows: [string, number][] = [
    [i18n.t('restore.fresh'), events.fresh + exposures.fresh],
    [i18n.t('restore.known'), events.known + exposures.known],
    [i18n.t('restore.refused'), refused.count],
  ];
  return (
    <dl class="figures figures--small">
      {rows.map(([word, count]) => (
        <div key={word} class="figure">
          <dt class="figure__word">{word}</dt>
          <dd class="figure__count">{formatCount(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Doubts({ preview }: { preview: RestorePreview }) {
  const { wholeness, unwritten, isOther, events, exposures } = preview;
  return (
    <>
      {wholeness !== 'whole' && (
        <p class="note">{wholeness === 'cut' ? i18n.t('restore.cut') : i18n.t('restore.changed')}</p>
      )}
      {unwritten > 0 && <p class="note">{i18n.t('restore.unwritten', unwritten, [formatCount(unwritten)])}</p>}
      {isOther && events.fresh + exposures.fresh > 0 && <p class="note">{i18n.t('restore.other')}</p>}
      <ErasedSince preview={preview} />
    </>
  );
}

/** Which of the new rows were erased nobody knows any more: only that there may be some. */
function ErasedSince({ preview: { madeAt, erasedAt = 0, events, exposures } }: { preview: RestorePreview }) {
  if (erasedAt <= madeAt || events.fresh + exposures.fresh === 0) return null;
  return <p class="note">{i18n.t('restore.erasedSince', [formatMoment(erasedAt)])}</p>;
}

function SettingsToo({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <label class="tick">
      <input type="checkbox" checked={checked} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      {i18n.t('restore.settingsToo')}
    </label>
  );
}
