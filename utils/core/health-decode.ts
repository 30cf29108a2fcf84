import { decodeClock, firstClock } from './retention';
import type { BackupNote, Canary, Health, LedgerCounts, Loss, Trouble } from './health';

/** Reads what is kept about the ledger outside of it. By hand: the popup's first paint waits for this. */

/** The same in `storage.local` and in `storage.session`. */
export const healthKey = 'health';

/** The part that outlives the browser, in `storage.local`. */
export type KeptHealth = Pick<Health, 'loss' | 'backup' | 'snoozedUntil' | 'erasedAt'>;

/** The part that ends with the browser: it must be told even when no disk takes anything. */
export type PassingHealth = Pick<Health, 'trouble' | 'dropped' | 'crashed'>;

export function decodeCanary(raw: unknown): Canary | undefined {
  const numbers = readNumbers(raw, ['schema', 'seq', 'at']);
  const counts: LedgerCounts | undefined = readNumbers(fieldOf(raw, 'counts'), [
    'events',
    'exposures',
    'erasedEvents',
    'erasedExposures',
  ]);
  const uuid = fieldOf(raw, 'uuid');
  if (!numbers || !counts || typeof uuid !== 'string') return undefined;
  return { uuid, counts, ...numbers, clock: decodeClock(fieldOf(raw, 'clock')) ?? firstClock(numbers.at) };
}

export function decodeKept(raw: unknown): KeptHealth {
  const loss = decodeLoss(fieldOf(raw, 'loss'));
  return {
    ...(loss && { loss }),
    ...readBackup(raw),
    ...readNumbers(raw, ['snoozedUntil']),
    ...readNumbers(raw, ['erasedAt']),
  };
}

export function decodePassing(raw: unknown): PassingHealth {
  const trouble = decodeTrouble(fieldOf(raw, 'trouble'));
  const { dropped = 0 } = readNumbers(raw, ['dropped']) ?? {};
  return { dropped, ...(trouble && { trouble }), ...readNumbers(raw, ['crashed']) };
}

function decodeLoss(raw: unknown): Loss | undefined {
  const numbers = readNumbers(raw, ['noticedAt', 'lastWriteAt', 'events', 'exposures']);
  const kind = fieldOf(raw, 'kind');
  const restored = readNumbers(fieldOf(raw, 'restored'), ['events', 'exposures']);
  return numbers && (kind === 'wiped' || kind === 'cut' || kind === 'thinned')
    ? { kind, ...numbers, ...readBackup(raw), ...(restored && { restored }) }
    : undefined;
}

function readBackup(raw: unknown): { backup?: BackupNote } {
  const backup: BackupNote | undefined = readNumbers(fieldOf(raw, 'backup'), ['at', 'eventsEver', 'rowsEver']);
  return backup ? { backup } : {};
}

function decodeTrouble(raw: unknown): Trouble | undefined {
  const since = readNumbers(raw, ['since']);
  const kind = fieldOf(raw, 'kind');
  const isKind = kind === 'full' || kind === 'newer' || kind === 'blocked' || kind === 'broken';
  return since && isKind ? { kind, ...since } : undefined;
}

function fieldOf(raw: unknown, name: string): unknown {
  return typeof raw === 'object' && raw !== null ? Reflect.get(raw, name) : undefined;
}

/** All of the named fields as numbers, or nothing: half a note says nothing. */
function readNumbers<K extends string>(raw: unknown, names: readonly K[]): Record<K, number> | undefined {
  const numbers = names.map((name) => fieldOf(raw, name));
  if (!numbers.every((value) => Number.isFinite(value))) return undefined;
  return Object.fromEntries(names.map((name, place) => [name, numbers[place]])) as Record<K, number>;
}
