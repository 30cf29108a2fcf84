import { readBill } from '@/utils/bills';
import { ledgerWriter } from '@/utils/writer/handle';
import { readBytes } from '../bills/files';
import * as made from '../ledger/made-events';
import { ownPage, type madeDoor } from './made-door';

export const later = made.start + 1_000_000;
export const purchasesOf = (name: string) => readBill(readBytes(name), name).found;

export type Door = Awaited<ReturnType<typeof madeDoor>>['door'];

export const importId = '00000000-0000-4000-8000-000000000001';
export const otherId = importId.replace('1', '2');
export const partOf = (purchases: unknown[], id = importId) => ({
  type: 'bill',
  part: { importId: id, startedAt: later, zoneMinutes: 480, purchases, last: true as const },
});

export async function importing(door: Door, purchases: unknown[], id = importId) {
  return ledgerWriter(door).handle(partOf(purchases, id), ownPage);
}

/** A part after which others come. */
export const begin = async (door: Door, purchases: unknown[], id = importId) => {
  const message = partOf(purchases, id);
  const { last: _end, ...part } = message.part;
  return ledgerWriter(door).handle({ ...message, part }, ownPage);
};

export const undo = { type: 'bill-undo', importId };
