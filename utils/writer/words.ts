import type { Answers, OwnMessage } from '../messages/protocol';
import { takeBill, undoBill } from './bills';
import { writeHand } from './hand';
import { writeEvents } from './rows';
import { readWish } from './wishes';
import type { WriterDesk } from './write';

const wordTypes = [
  'want',
  'mark',
  'tag',
  'remark',
  'group',
  'why',
  'outcome',
  'cool',
  'match',
  'by-hand',
  'not-by-hand',
  'bill',
  'bill-undo',
] as const;
type WordMessage = Extract<OwnMessage, { type: (typeof wordTypes)[number] }>;

/** Whether a message is about items and orders, and not about settings or the ledger itself. */
export function isWord(message: OwnMessage): message is WordMessage {
  return wordTypes.some((type) => type === message.type);
}

/** Stores what the person says of items and orders, and what their bills do. */
export async function takeWord(desk: WriterDesk, message: WordMessage): Promise<Answers['own']> {
  switch (message.type) {
    case 'bill':
      return takeBill(desk, message.part);
    case 'bill-undo':
      await undoBill(desk, message);
      return { ok: true };
    case 'by-hand':
    case 'not-by-hand':
      return { ok: await writeHand(desk, message) };
    case 'want':
    case 'mark':
    case 'tag':
    case 'remark':
    case 'group':
    case 'why':
    case 'outcome':
    case 'cool':
    case 'match': {
      const events = readWish(message, desk.now());
      const { stored } = await writeEvents(desk, events);
      return { ok: events.every(({ id }) => stored.includes(id)) };
    }
  }
}
