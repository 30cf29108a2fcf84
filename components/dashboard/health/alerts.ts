import { i18n } from '@/utils/i18n';
import { isAlarming, type Notice } from '../../notices/notices';
import { alertWords } from './alert-words';

/** Where something can be done about it. */
export type Place = 'backup' | 'folder' | 'restore' | 'retention' | 'erase' | 'check';

interface Way {
  word: string;
  to: Place | 'put-away' | 'later';
}

/** A notice at length: what happened, and the ways on, the best first. */
export interface Alert {
  tone: 'alarm' | 'calm';
  title: string;
  body: string[];
  ways: Way[];
}

/** @param now epoch ms */
export function alertOf(notice: Notice, now: number): Alert {
  return {
    tone: isAlarming(notice) ? 'alarm' : 'calm',
    ...alertWords(notice, now),
    ways: waysOn(notice),
  };
}

function waysOn(notice: Notice): Way[] {
  const restore: Way = { word: i18n.t('alerts.restore'), to: 'restore' };
  const putAway: Way = { word: i18n.t('alerts.putAway'), to: 'put-away' };
  switch (notice.kind) {
    case 'loss':
      return notice.loss.backup ? [restore, putAway] : [putAway, restore];
    case 'broken':
      return [restore];
    case 'spoilt':
      return [{ word: i18n.t('alerts.backup'), to: 'backup' }, restore];
    case 'full':
      return [{ word: i18n.t('alerts.room'), to: 'erase' }];
    case 'room':
      return [
        { word: i18n.t('alerts.limits'), to: 'retention' },
        { word: i18n.t('alerts.backup'), to: 'backup' },
      ];
    case 'backup':
      return [
        { word: i18n.t('alerts.backup'), to: 'backup' },
        { word: i18n.t('alerts.later'), to: 'later' },
      ];
    case 'folder':
      return [{ word: i18n.t('alerts.folder'), to: 'folder' }];
    case 'unlisted':
    case 'quarantined':
    case 'gaps':
      return [{ word: i18n.t('alerts.check'), to: 'check' }];
    case 'newer':
    case 'blocked':
    case 'crashed':
    case 'dropped':
      return [];
  }
}
