import { i18n } from '@/utils/i18n';
import { formatCount, formatDay, formatMegabytes } from '../text/format';
import type { AskedBuyer } from '@/utils/core/buyers';
import type { Loss } from '@/utils/core/health';
import type { HealthFacts } from './facts';
import { isAlarming, listNotices, type Notice } from './notices';

/** Where the full page tells it at length, and has what can be done about it. */
export interface DashboardPlace {
  view: 'health' | 'data' | 'purchases';
  section?: 'backup' | 'restore' | 'folder' | 'storage' | 'check' | 'unread' | 'buyer' | 'cooling';
}

/** The one most important thing, in a line, with the way to where it is told at length. */
export interface NoticeLine {
  text: string;
  /** Something is lost, or cannot be kept at the moment. */
  alarming: boolean;
  way: string;
  place: DashboardPlace;
}

/** @param now epoch ms */
export function noticeLine(facts: HealthFacts, now: number): NoticeLine | undefined {
  const [notice] = listNotices(facts, now);
  if (!notice) return facts.buyer ? buyerLine(facts.buyer) : dueLine(countDue(facts, now));
  return {
    text: lineText(notice, now),
    alarming: isAlarming(notice),
    ...wayOn(notice),
  };
}

/** How many things are to be asked about by now. */
export function countDue({ asks = [] }: HealthFacts, now: number): number {
  return asks.filter((at) => at <= now).length;
}

/** Orders that are not counted before the person has said whose they are. */
function buyerLine({ orders }: AskedBuyer): NoticeLine {
  return {
    text: i18n.t('notices.buyer', orders, [formatCount(orders)]),
    alarming: false,
    way: i18n.t('notices.look'),
    place: { view: 'purchases', section: 'buyer' },
  };
}

/** Nothing is wrong, so there is room to ask. */
function dueLine(due: number): NoticeLine | undefined {
  if (due === 0) return undefined;
  return {
    text: i18n.t('notices.due', due, [formatCount(due)]),
    alarming: false,
    way: i18n.t('notices.look'),
    place: { view: 'purchases', section: 'cooling' },
  };
}

/** What is told at length elsewhere than among the notices of the full page. */
const places: Partial<Record<Notice['kind'], DashboardPlace>> = {
  backup: { view: 'data', section: 'backup' },
  folder: { view: 'data', section: 'folder' },
  room: { view: 'data', section: 'storage' },
};

function wayOn({ kind }: Notice): Pick<NoticeLine, 'way' | 'place'> {
  const way = kind === 'backup' ? i18n.t('notices.backUp') : i18n.t('notices.look');
  return { way, place: places[kind] ?? { view: 'health' } };
}

function lineText(notice: Notice, now: number): string {
  switch (notice.kind) {
    case 'loss':
      return lossText(notice.loss);
    case 'backup': {
      const { rows, at } = notice;
      return at === undefined
        ? i18n.t('notices.neverBackedUp', rows, [formatCount(rows)])
        : i18n.t('notices.backedUpLongAgo', rows, [formatDay(at, now), formatCount(rows)]);
    }
    case 'folder':
      return i18n.t('notices.folder');
    case 'room':
      return i18n.t('notices.room', [formatMegabytes(notice.leftBytes)]);
    case 'spoilt':
      return i18n.t('notices.spoilt');
    case 'gaps':
      return i18n.t('notices.gaps');
    case 'full':
      return i18n.t('notices.full');
    case 'newer':
    case 'blocked':
    case 'broken':
      return i18n.t('notices.closed');
    case 'unlisted':
      return i18n.t('notices.unlisted', notice.count, [formatCount(notice.count)]);
    case 'quarantined':
      return i18n.t('notices.quarantined', notice.count, [formatCount(notice.count)]);
    case 'crashed':
      return i18n.t('notices.crashed', notice.count, [formatCount(notice.count)]);
    case 'dropped':
      return i18n.t('notices.dropped', notice.count, [formatCount(notice.count)]);
  }
}

function lossText({ kind, events, exposures }: Loss): string {
  const lost = events + exposures;
  const values: [string] = [formatCount(lost)];
  switch (kind) {
    case 'wiped':
      return i18n.t('notices.wiped', lost, values);
    case 'cut':
      return i18n.t('notices.cut', lost, values);
    case 'thinned':
      return i18n.t('notices.thinned', lost, values);
  }
}
