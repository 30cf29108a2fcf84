import type { StudyChange } from '@/utils/core/study';
import { ledgerWriter } from '@/utils/writer/handle';
import { readKeptStudy } from '@/utils/writer/study';
import { madeDoor, ownPage } from '../writer/made-door';
import { now } from './made-study';

/** A writer whose clock is moved by hand. */
export async function madeWriter(first: Record<string, unknown> = {}) {
  const { door, storage } = await madeDoor(first);
  const clock = { now };
  const writer = ledgerWriter({ ...door, now: () => clock.now });
  const tell = (change: StudyChange, sender: object = ownPage) =>
    Promise.resolve(writer.handle({ type: 'study', change }, sender as typeof ownPage));
  return { door, writer, tell, clock, kept: () => readKeptStudy(storage) };
}
