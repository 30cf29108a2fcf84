import browser from 'webextension-polyfill';
import type { PartAnswer, RestorePart } from '../core/backup';
import type { BillPart, BillPartAnswer } from '../core/bill-parts';
import type { Erased, Erasure, KeptTo } from '../core/erasure';
import type { Repaired } from '../core/health';
import type { RetentionLimits } from '../core/retention';
import type { PageReading } from '../core/types';
import { askFollowed, type Following } from './follow';
import { inTime } from './in-time';
import type { DescribeMessage, OwnMessage } from './protocol';

/** The background did not say that it is done: nothing may be shown as saved. */
class NotSavedError extends Error {}

/**
 * Tells the background what the person changed. Resolves after the write has completed.
 * @throws {NotSavedError}
 */
export async function tellBackground(message: OwnMessage): Promise<void> {
  if (!isDone(await browser.runtime.sendMessage(message))) throw new NotSavedError(message.type);
}

function isDone(answer: unknown): boolean {
  return Reflect.get(Object(answer) as object, 'ok') === true;
}

/** True once the background has said that it is written; a failure is the person's to be told, as "not saved". */
export async function isTold(message: OwnMessage): Promise<boolean> {
  try {
    await tellBackground(message);
    return true;
  } catch {
    return false;
  }
}

/** Parts may be sent twice, so what is not answered in time counts as not answered. */
function askInTime(message: OwnMessage): Promise<unknown> {
  return inTime(browser.runtime.sendMessage(message));
}

/** Hands a part of a backup to the background. Never fails: the page goes on or stops by what it is told. */
export async function sendRestorePart(part: RestorePart): Promise<PartAnswer> {
  try {
    const answer: unknown = await askInTime({ type: 'restore', part });
    return isPartAnswer<PartAnswer>(answer) ? answer : { ok: false, reason: reasonOf(answer) };
  } catch {
    return { ok: false, reason: 'unanswered' }; // stopped under the message
  }
}

/** Hands a part of a bill to the background, as a part of a backup. */
export async function sendBillPart(part: BillPart): Promise<BillPartAnswer> {
  try {
    const answer: unknown = await askInTime({ type: 'bill', part });
    return isPartAnswer<BillPartAnswer>(answer) ? answer : { ok: false, reason: reasonOf(answer) };
  } catch {
    return { ok: false, reason: 'unanswered' }; // stopped under the message
  }
}

function isPartAnswer<T extends PartAnswer | BillPartAnswer>(answer: unknown): answer is T {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  return answer.ok === true ? 'added' in answer && 'known' in answer && 'refused' in answer : 'reason' in answer;
}

/** A full disk has two names in Firefox. No answer at all: the worker was stopped under it. */
function reasonOf(answer: unknown): 'unanswered' | 'full' | 'failed' {
  const failed: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'failed') : undefined;
  if (failed === undefined) return 'unanswered';
  return failed === 'QuotaExceededError' || failed === 'InvalidStateError' ? 'full' : 'failed';
}

/** Erases; resolves to how much went once the write has completed, to undefined when it is not sure to have. */
export function sendErasure(what: Erasure, following: Following): Promise<Erased | undefined> {
  return askErased(askFollowed({ type: 'erase', what }, following));
}

/** Erases everything there is. @returns false when it is not sure to have been, or was stopped before it began */
export async function sendWholeErasure(following: Following): Promise<boolean> {
  return isDone(await askFollowed({ type: 'erase-all' }, following).catch(() => undefined));
}

/** Sets how long things stay; resolves as an erasure does, also where it was stopped half way. */
export async function sendLimits(limits: RetentionLimits, following: Following): Promise<KeptTo | undefined> {
  let isStopped = false;
  const asked = askFollowed({ type: 'keep-to', limits }, following).then((answer) => {
    isStopped = Reflect.get(Object(answer) as object, 'isStopped') === true;
    return answer;
  });
  const erased = await askErased(asked);
  return erased && isStopped ? { ...erased, isStopped } : erased;
}

async function askErased(asked: Promise<unknown>): Promise<Erased | undefined> {
  const [events, exposures] = await askNumbers(asked, ['events', 'exposures']);
  return events === undefined || exposures === undefined ? undefined : { events, exposures };
}

/** Repairs; resolves as an erasure does. */
export async function sendRepair(following: Following): Promise<Repaired | undefined> {
  const asked = askFollowed({ type: 'repair' }, following);
  const [changed, quarantined] = await askNumbers(asked, ['changed', 'quarantined']);
  return changed === undefined || quarantined === undefined ? undefined : { changed, quarantined };
}

/** The numbers of an answer that says that it is done. */
async function askNumbers(asked: Promise<unknown>, names: readonly string[]): Promise<(number | undefined)[]> {
  try {
    const answer = Object(await asked) as object;
    if (!isDone(answer)) return [];
    return names.map((name) => Number(Reflect.get(answer, name)));
  } catch {
    return []; // stopped under the message
  }
}

/** Asks the script of a tab what its page says; undefined when no script of ours answers there. */
export async function askPage(tab: number): Promise<PageReading | undefined> {
  try {
    const answer: unknown = await browser.tabs.sendMessage(tab, { type: 'describe' } satisfies DescribeMessage);
    return isReading(answer) ? answer : undefined;
  } catch {
    return undefined; // "Receiving end does not exist": a page opened before the install
  }
}

function isReading(answer: unknown): answer is PageReading {
  if (typeof answer !== 'object' || answer === null) return false;
  const isList = (name: string) => Array.isArray(Reflect.get(answer, name));
  return 'kind' in answer && isList('cards') && isList('comments') && isList('links') && isList('unread');
}
