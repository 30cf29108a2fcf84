import { i18n } from '@/utils/i18n';
import type { Loss } from '@/utils/core/health';
import type { Notice } from '../../notices/notices';
import { folderText } from '../../text/folder-text';
import { formatCount, formatDay, formatMegabytes } from '../../text/format';
import { formatMoment } from '../../text/measures';
import { rowsText } from '../../text/rows-text';

interface Words {
  title: string;
  /** By the paragraph. */
  body: string[];
}

/** What happened, in the words of somebody who has never heard of a database. */
export function alertWords(notice: Notice, now: number): Words {
  switch (notice.kind) {
    case 'loss':
      return lossWords(notice.loss);
    case 'backup':
      return { title: i18n.t('alerts.backupTitle'), body: [backupText(notice, now)] };
    case 'folder':
      return { title: i18n.t('alerts.folderTitle'), body: [folderText(notice.why)] };
    case 'room':
      return {
        title: i18n.t('alerts.roomTitle'),
        body: [i18n.t('alerts.littleRoom', [formatMegabytes(notice.leftBytes)])],
      };
    case 'spoilt':
      return { title: i18n.t('alerts.spoiltTitle'), body: [i18n.t('alerts.spoilt'), i18n.t('alerts.spoiltWay')] };
    case 'gaps':
      return { title: i18n.t('alerts.gapsTitle'), body: [i18n.t('alerts.gaps')] };
    case 'full':
      return { title: i18n.t('alerts.fullTitle'), body: [i18n.t('alerts.full')] };
    case 'newer':
      return { title: i18n.t('errors.title'), body: [i18n.t('errors.newer')] };
    case 'blocked':
      return { title: i18n.t('errors.title'), body: [i18n.t('errors.blocked')] };
    case 'broken':
      return { title: i18n.t('errors.title'), body: [i18n.t('errors.broken')] };
    case 'unlisted':
    case 'quarantined':
    case 'crashed':
    case 'dropped':
      return countedWords(notice);
  }
}

function lossWords(loss: Loss): Words {
  const { backup, restored } = loss;
  const { title, what } = whatIsLost(loss);
  const way = backup ? i18n.t('alerts.lastBackup', [formatMoment(backup.at)]) : i18n.t('alerts.noBackup');
  const since = restored && i18n.t('alerts.restoredSince', [rowsText(restored.events, restored.exposures)]);
  return { title, body: [what, ...(since === undefined ? [] : [since]), way] };
}

function whatIsLost({ kind, noticedAt, lastWriteAt, events, exposures }: Loss): { title: string; what: string } {
  const facts: [string, string] = [formatMoment(noticedAt), rowsText(events, exposures)];
  const last = formatMoment(lastWriteAt);
  switch (kind) {
    case 'wiped':
      return { title: i18n.t('alerts.wipedTitle'), what: i18n.t('alerts.wiped', [...facts, last]) };
    case 'cut':
      return { title: i18n.t('alerts.cutTitle'), what: i18n.t('alerts.cut', [...facts, last]) };
    case 'thinned':
      return { title: i18n.t('alerts.thinnedTitle'), what: i18n.t('alerts.thinned', facts) };
  }
}

function backupText({ rows, at }: Extract<Notice, { kind: 'backup' }>, now: number): string {
  if (at === undefined) return i18n.t('alerts.neverBackedUp', rows, [formatCount(rows)]);
  return i18n.t('alerts.backedUpLongAgo', rows, [formatDay(at, now), formatCount(rows)]);
}

function countedWords({ kind, count }: Extract<Notice, { count: number }>): Words {
  const values: [string] = [formatCount(count)];
  switch (kind) {
    case 'unlisted':
      return { title: i18n.t('alerts.unlistedTitle'), body: [i18n.t('alerts.unlisted', count, values)] };
    case 'quarantined':
      return { title: i18n.t('alerts.quarantinedTitle'), body: [i18n.t('alerts.quarantined', count, values)] };
    case 'crashed':
      return { title: i18n.t('alerts.crashedTitle'), body: [i18n.t('alerts.crashed', count, values)] };
    case 'dropped':
      return { title: i18n.t('alerts.droppedTitle'), body: [i18n.t('alerts.dropped', count, values)] };
  }
}
