import { eraseAll } from '../ledger/erase';
import type { Answers, OwnMessage } from '../messages/protocol';
import { markErased, writeRecording } from '../settings';
import type { WriterDoor } from './door';
import { eraseQueue } from './queue';
import { writeEvents } from './rows';
import { readWish } from './wishes';

/** Answers `{ ok: true }` when it is done, `{ ok: false }` when there was nothing to do it to. */
export async function obey(door: WriterDoor, message: OwnMessage): Promise<Answers['own']> {
  switch (message.type) {
    case 'want':
    case 'mark':
      return { ok: await wish(door, message) };
    case 'recording':
      await writeRecording(door.storage, message.on, door.now());
      break;
    case 'erase-all':
      await markErased(door.storage, door.now());
      await eraseQueue(door.storage);
      await eraseAll(await door.openDb());
      break;
  }
  door.announce();
  return { ok: true };
}

async function wish(door: WriterDoor, message: Extract<OwnMessage, { type: 'want' | 'mark' }>): Promise<boolean> {
  const events = readWish(message, door.now());
  const { stored } = await writeEvents(door, events);
  return events.every(({ id }) => stored.includes(id));
}
