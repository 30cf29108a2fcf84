import type {
  HandActions,
  HandDraft,
  HandEntry,
  HandOrder,
  HandView,
} from '@/components/dashboard/purchases/hand-props';
import { shareTitle } from '@/utils/core/share-title';
import { listHandWritten } from '@/utils/ledger/hand-queries';
import { findItems } from '@/utils/ledger/queries';
import { readTwice } from '@/utils/ledger/read-twice';
import type { OrderRow } from '@/utils/ledger/schema';
import { resolveText } from '@/utils/links';
import { platformIdentities } from '@/utils/links/list';
import { tellBackground } from '@/utils/messages/ask';
import type { OwnMessage } from '@/utils/messages/protocol';
import type { Desk } from './view';

const platforms = platformIdentities.map(({ id }) => id);
const mostShown = 20;

export function handBegin(now: number): HandView {
  return { platforms, today: dayOf(now), orders: [] };
}

/** Purchases by hand: written down, pasted, taken back. */
export function handWork(desk: Desk, show: (view: HandView) => void) {
  let view = handBegin(desk.now());
  const change = (part: Partial<HandView>) => show((view = { ...view, ...part }));
  const read = async () => {
    // What cannot be read is told by the lists beside it.
    const orders = await readTwice(desk.open, listHandWritten).catch(() => []);
    change({ today: dayOf(desk.now()), orders: orders.slice(0, mostShown).map(orderOf) });
  };
  const tell = async (message: OwnMessage, end: 'noted' | 'undone') => {
    change({ end: (await isTold(message)) ? end : 'failed' });
    await read();
  };
  const actions: HandActions = {
    onPaste: (text) => readShared(desk, text),
    onNote: ({ day, ...entry }) =>
      void tell({ type: 'by-hand', purchase: { ...entry, orderedAt: endOf(day, desk.now()) } }, 'noted'),
    onUndo: ({ key }) => void tell({ type: 'not-by-hand', order: key }, 'undone'),
  };
  return { actions, read: () => void read() };
}

async function isTold(message: OwnMessage): Promise<boolean> {
  try {
    await tellBackground(message);
    return true;
  } catch {
    return false; // shown as not stored
  }
}

/** The first thing that a share text leads to; what the ledger knows of it goes before what the text says. */
async function readShared(desk: Desk, text: string): Promise<HandDraft | undefined> {
  const [link] = resolveText(text);
  const title = shareTitle(text);
  if (!link) return undefined;
  const found = readTwice(desk.open, (db) => findItems(db, [link]));
  const { items } = await found.catch(() => ({ items: {} as Record<string, never> }));
  const item = items[link.key];
  const itemKey = item?.key ?? link.itemKey;
  return {
    platform: link.platform,
    title: item?.title ?? title,
    ...(itemKey !== undefined && { itemKey }),
    ...(item?.note && { note: item.note.title ?? '' }),
  };
}

function orderOf({ key, platform, title, orderPaidFen, orderedAt }: OrderRow): HandOrder {
  return {
    key,
    platform,
    title,
    ...(orderPaidFen !== undefined && { orderPaidFen }),
    ...(orderedAt !== undefined && { at: orderedAt }),
  };
}

function dayOf(at: number): string {
  const date = new Date(at);
  const parts = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return [String(date.getFullYear()), ...parts].join('-');
}

/** The last moment of that day: whatever was seen on it was seen before. A purchase is never later than now. */
function endOf(day: HandEntry['day'], now: number): number {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number);
  return Math.min(new Date(year, month - 1, date + 1).getTime() - 1, now);
}
