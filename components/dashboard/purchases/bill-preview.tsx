import { i18n } from '@/utils/i18n';
import type { BillProblem, UnreadLines } from '@/utils/core/bill-parts';
import { Icon } from '../../parts/icon';
import { PlatformChip } from '../../parts/platform-chip';
import { cleanText } from '../../text/clean';
import { unreadReasonWord } from '../../text/coverage-words';
import { formatCount } from '../../text/format';
import { useTools } from '../../tools';
import type { BillActions, BillFile, BillPreview } from './bill-props';

/** So many lines are read by a person; the others are counted. */
const SHOWN = 50;

interface PreviewProps extends Pick<BillActions, 'onImport' | 'onAgain'> {
  preview: BillPreview;
}

/** What is in the files and what an import would do; nothing has been written. */
export function Preview({ preview, onImport, onAgain }: PreviewProps) {
  const { files, fresh, known, lostRefunds, keptDays, isOfAnother } = preview;
  const found = fresh + known;
  return (
    <div class="preview" role="group" aria-label={i18n.t('bills.previewTitle')}>
      <ul class="bill-files" role="list">
        {files.map((file, at) => (
          <FileFacts key={at} file={file} />
        ))}
      </ul>
      {lostRefunds > 0 && (
        <p class="preview__say">{i18n.t('bills.lostRefunds', lostRefunds, [formatCount(lostRefunds)])}</p>
      )}
      {isOfAnother && <p class="preview__say">{i18n.t('bills.ofAnother')}</p>}
      {found > 0 && <Tallies preview={preview} />}
      {found > 0 && fresh === 0 && <p class="preview__say">{i18n.t('bills.nothingNew')}</p>}
      {fresh > 0 && keptDays !== undefined && (
        <p class="note">{i18n.t('bills.limited', keptDays, [formatCount(keptDays)])}</p>
      )}
      <div class="ways">
        {fresh > 0 && (
          <button type="button" class="button button--save" onClick={onImport}>
            {i18n.t('bills.start', fresh, [formatCount(fresh)])}
          </button>
        )}
        <button type="button" class="button" onClick={onAgain}>
          {i18n.t('bills.again')}
        </button>
      </div>
    </div>
  );
}

function FileFacts({ file }: { file: BillFile }) {
  return (
    <li class="bill-file">
      <p class="preview__name">
        <Icon name="page" />
        <bdi>{cleanText(file.name, 80)}</bdi>
      </p>
      {file.why === undefined ? (
        <>
          {file.account !== undefined && <p class="soft">{i18n.t('bills.account', [cleanText(file.account, 60)])}</p>}
          <p class="soft">{countsText(file)}</p>
          <UnreadList unread={file.unread} />
        </>
      ) : (
        <p class="note">{problemText(file.why)}</p>
      )}
    </li>
  );
}

function countsText({ purchases, skipped }: BillFile): string {
  const counts = i18n.t('bills.found', purchases, [formatCount(purchases)]);
  return skipped === 0 ? counts : `${counts} ${i18n.t('bills.skipped', skipped, [formatCount(skipped)])}`;
}

function problemText(why: BillProblem): string {
  switch (why) {
    case 'encrypted':
      return i18n.t('bills.encrypted');
    case 'unknown-form':
      return i18n.t('bills.unknownForm');
    case 'empty':
      return i18n.t('bills.empty');
    case 'too-many':
      return i18n.t('bills.tooMany');
    case 'too-large':
      return i18n.t('bills.tooLarge');
    case 'shape':
    case 'no-data':
    case 'bad-amount':
    case 'foreign-currency':
      return i18n.t('bills.damaged');
  }
}

/** Every line that was not read, with its reason: what is left out is never left unsaid. */
function UnreadList({ unread: { count, reasons, first } }: { unread: UnreadLines }) {
  if (count === 0) return null;
  const why = Object.entries(reasons).map(([reason, times]) =>
    i18n.t('bills.reason', [unreadReasonWord(reason), formatCount(times)]),
  );
  const more = count - Math.min(SHOWN, first.length);
  return (
    <details class="refused">
      <summary class="refused__summary">
        {i18n.t('bills.unread', count, [formatCount(count), why.join(i18n.t('bills.and'))])}
      </summary>
      <ul class="refused__rows" role="list">
        {first.slice(0, SHOWN).map(({ where, reason }, at) => (
          <li key={at}>{i18n.t('bills.line', [placeText(where), unreadReasonWord(reason)])}</li>
        ))}
      </ul>
      {more > 0 && <p class="soft">{i18n.t('bills.moreLines', more, [formatCount(more)])}</p>}
    </details>
  );
}

/** Readers name places `line 26` and `row 19`. */
function placeText(where: string): string {
  const [, kind, number] = /^(line|row) (\d+)$/u.exec(where) ?? [];
  if (kind === undefined || number === undefined) return cleanText(where, 60);
  return kind === 'line'
    ? i18n.t('bills.lineNumber', [formatCount(Number(number))])
    : i18n.t('bills.rowNumber', [formatCount(Number(number))]);
}

function Tallies({ preview: { platforms, fresh, known } }: { preview: BillPreview }) {
  const { platformName } = useTools();
  return (
    <>
      <dl class="figures figures--small">
        <Figure word={i18n.t('bills.fresh')} count={fresh} />
        <Figure word={i18n.t('bills.known')} count={known} />
      </dl>
      <ul class="shares" role="list" aria-label={i18n.t('bills.byPlatform')}>
        {platforms.map(({ platform, count }) => (
          <li key={platform} class="share">
            <PlatformChip platform={platform} />
            <span>{platformName(platform)}</span>
            <span class="share__count">{formatCount(count)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Figure({ word, count }: { word: string; count: number }) {
  return (
    <div class="figure">
      <dt class="figure__word">{word}</dt>
      <dd class="figure__count">{formatCount(count)}</dd>
    </div>
  );
}
