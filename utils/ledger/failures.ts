import type { Trouble } from '../core/health';
import { LedgerError } from './open';

/** What the errors of a database mean for what was to be written. */

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

/** No room, or no connection: neither the row nor its lists are to blame, and it can be tried again. */
export function isStorageFailure(error: unknown): boolean {
  return ['QuotaExceededError', 'InvalidStateError', 'AbortError'].includes(nameOf(error));
}

/** The connection was closed under the work, by an upgrade, by the browser or by a storage that broke; another may do. */
export function isClosed(error: unknown): boolean {
  return ['InvalidStateError', 'AbortError', 'UnknownError'].includes(nameOf(error));
}

/** The store does not take such a row; no later try would be better. */
export function isUnfit(error: unknown): boolean {
  return ['DataError', 'DataCloneError'].includes(nameOf(error));
}

/** Why nothing can be stored, for the person. */
export function troubleOf(error: unknown): Trouble['kind'] {
  if (isFull(error)) return 'full';
  if (!(error instanceof LedgerError)) return 'broken';
  return isFull(error.cause) ? 'full' : error.kind;
}

/**
 * Firefox 153 tells a full disk by turns as QuotaExceededError and as a database "that did not allow mutations"; a full
 * `storage.local` is told in the text alone.
 */
export function isFull(error: unknown): boolean {
  const text = error instanceof Error ? error.message : '';
  return nameOf(error) === 'QuotaExceededError' || /did not allow mutations|quota/iu.test(text);
}
