import type { PartAnswer, Progress, Refusals, RestorePart } from '../../core/backup';
import type { LedgerDb } from '../schema';
import { openBackup, type Batch, type FileFacts } from './batches';
import type { ReadOptions, RestorePlan } from './plan';
import { addRefusals } from './refusals';

export interface RestoreOptions extends ReadOptions {
  /** Hands a part to the background. */
  send: (part: RestorePart) => Promise<PartAnswer>;
  /** What the dry run of this file said. */
  plan: RestorePlan;
  /** Whether the person wants the file's settings as well. */
  withSettings: boolean;
  /** Epoch ms. */
  now: number;
  /** Rows of one part: at most 500, and that many unless said otherwise. */
  rowsAtOnce?: number;
}

export interface RestoreResult {
  /** `done`, or why it stopped; what was acknowledged until then is stored, and choosing the file again goes on. */
  end: 'done' | 'stopped' | 'erased' | 'unanswered' | 'full' | 'failed';
  added: number;
  known: number;
  refused: Refusals;
  /** Keys of orders that found no place: there were too many. */
  keysLeft?: number;
}

/**
 * Sends what the ledger does not have to the background, part by part; each part is stored before the next is sent: its
 * events whole or not at all, its exposures by hundreds, since none rests on another. Stopped or interrupted it can be begun again with the same file, and ends in the same ledger.
 */
export async function restoreBackup(db: LedgerDb, file: File, options: RestoreOptions): Promise<RestoreResult> {
  const { facts, batches } = openBackup(db, file, options);
  const result: RestoreResult = { end: 'done', added: 0, known: 0, refused: { first: [], count: 0 } };
  const sender = partSender(file, facts, options);
  for await (const batch of batches) {
    if (options.signal?.aborted) return { ...result, end: 'stopped' };
    addRefusals(result.refused, batch.refused);
    result.known += batch.knownEvents + batch.knownExposures;
    const answer = await sender.send(batch);
    if (!answer.ok) return { ...result, end: answer.reason };
    takeKeys(result, answer);
    result.added += answer.added;
    result.known += answer.known;
    addRefusals(result.refused, answer.refused);
  }
  const answer = await sender.finish();
  if (!answer.ok) return { ...result, end: answer.reason };
  takeKeys(result, answer);
  return result;
}

/** They come with the first part, which is the last one where nothing is new. */
function takeKeys(result: RestoreResult, { keysLeft }: { keysLeft?: number }): void {
  if (keysLeft !== undefined) result.keysLeft = keysLeft;
}

const nothing: PartAnswer = { ok: true, added: 0, known: 0, refused: [] };

function partSender({ name, size }: File, facts: FileFacts, options: RestoreOptions) {
  const base = { file: { name, size }, startedAt: options.now };
  const progress: Progress = { done: 0, total: rowsOf(options.plan) };
  let ahead = 0;
  let isFirst = true;
  const send = async (part: Pick<RestorePart, 'events' | 'exposures' | 'last'>): Promise<PartAnswer> => {
    const begun = isFirst ? beginning(facts, options) : {};
    const made = facts.header && { madeAt: facts.header.createdAt };
    const answer = await sendTwice(options.send, {
      ...base,
      ...made,
      ...begun,
      ...part,
      ahead,
      progress: { ...progress },
    });
    isFirst = false;
    if (answer.ok) ahead += part.events.length - answer.refused.length;
    return answer;
  };
  return {
    async send(batch: Batch): Promise<PartAnswer> {
      ahead += batch.knownEvents;
      progress.done += sizeOf(batch);
      const { events, exposures } = batch;
      const answer = events.length + exposures.length > 0 ? await send({ events, exposures }) : nothing;
      options.onProgress?.({ ...progress });
      return answer;
    },
    finish: () => send({ events: [], exposures: [], last: true }),
  };
}

/** What comes once: orders that are read again must be known again, whichever device hashed their ids. */
function beginning({ keys, settings }: FileFacts, { withSettings }: RestoreOptions) {
  return { keys, ...(withSettings && settings !== undefined && { settings }) };
}

/** A worker may be stopped under a part. Sent again it changes nothing that is stored: what is known now is our own. */
async function sendTwice(send: RestoreOptions['send'], part: RestorePart): Promise<PartAnswer> {
  const first = await send(part);
  if (first.ok || first.reason !== 'unanswered') return first;
  const second = await send(part);
  return second.ok ? { ...second, added: second.added + second.known, known: 0 } : second;
}

function sizeOf({ events, exposures, knownEvents, knownExposures, refused }: Batch): number {
  return events.length + exposures.length + knownEvents + knownExposures + refused.length;
}

function rowsOf({ events, exposures, refused }: RestorePlan): number {
  return events.fresh + events.known + exposures.fresh + exposures.known + refused.count;
}
