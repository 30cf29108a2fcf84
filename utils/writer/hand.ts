import type { LedgerEvent, PurchaseEvent } from '../core/events';
import type { OwnMessage } from '../messages/protocol';
import { spaceOrId } from './door';
import { writeEvents } from './rows';
import type { WriterDesk } from './write';

type Hand = Extract<OwnMessage, { type: 'by-hand' | 'not-by-hand' }>;

/** Notes a purchase that the person wrote down, under a number of our own; or that it was none. */
export async function writeHand(desk: WriterDesk, message: Hand): Promise<boolean> {
  const told = message.type === 'by-hand' ? written(desk, message) : await untold(desk, message);
  if (!told) return false;
  const now = desk.now();
  const base = { at: now, zoneMinutes: -new Date(now).getTimezoneOffset(), id: crypto.randomUUID() };
  const event: LedgerEvent = { ...base, type: 'purchase', evidence: 'user', ...told };
  return (await writeEvents(desk, [event])).stored.includes(event.id);
}

type Told = Pick<PurchaseEvent, 'orderKey' | 'purchase'>;

function written(desk: WriterDesk, { purchase }: Extract<Hand, { type: 'by-hand' }>): Told {
  const space = spaceOrId(desk, purchase.platform);
  // The key of a link whose item is not known yet names no id.
  const itemId = purchase.itemKey?.startsWith(`${space}:`) ? purchase.itemKey.slice(space.length + 1) : undefined;
  return {
    orderKey: `${space}:${crypto.randomUUID()}`,
    purchase: {
      ...purchase,
      ...(itemId !== undefined && { itemId }),
      quantity: 1,
      status: 'completed',
      source: 'user',
    },
  };
}

/** Only what the person wrote down can be taken back by them; what a page or a bill told stands. */
async function untold(desk: WriterDesk, { order }: Extract<Hand, { type: 'not-by-hand' }>): Promise<Told | undefined> {
  const row = await desk.read((db) => db.get('orders', order));
  if (row?.source !== 'user') return undefined;
  const { platform, title, itemId, itemKey } = row;
  const item = { ...(itemId !== undefined && { itemId }), ...(itemKey !== undefined && { itemKey }) };
  return { orderKey: row.orderKey, purchase: { platform, title, ...item, status: 'cancelled', source: 'user' } };
}
