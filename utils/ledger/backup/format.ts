import * as v from 'valibot';

/** The words of a backup file; docs/backup-format.md describes it for people. */

export const formatName = 'bacao-backup';
export const formatVersion = 1;

/** Nothing we write comes near it: an exposure of 500 states takes 30 kB. */
export const maxLineBytes = 1_000_000;
/** Five million exposures are twenty years of reading. */
export const maxLines = 10_000_000;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const counts = v.object({ events: count, exposures: count });

export type BackupCounts = v.InferOutput<typeof counts>;

/** The first line. Its counts are those of the moment it was written; the last line has the exact ones. */
export const headerLine = v.object({
  format: v.literal(formatName),
  version: v.pipe(count, v.minValue(1)),
  schema: v.pipe(count, v.minValue(1)),
  app: v.pipe(v.string(), v.maxLength(50)),
  createdAt: v.pipe(count, v.maxValue(8.64e15)),
  ledger: v.pipe(v.string(), v.maxLength(100)),
  counts,
});

export type BackupHeader = v.InferOutput<typeof headerLine>;

/** The last line: what stands above it, and the SHA-256 of all bytes above it. */
export const endLine = v.object({
  end: v.object({ counts, unwritten: count, sha256: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/u)) }),
});

/** Keys under which order ids are hashed: this device's own first. */
export const keysLine = v.object({
  keys: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\da-f]{64}$/u))), v.maxLength(100)),
});

export const settingsLine = v.object({ settings: v.record(v.string(), v.unknown()) });

/** `bacao-2026-11-21.ndjson.gz`, by the person's own calendar. */
export function backupName(at: number, zoneMinutes: number): string {
  return `bacao-${new Date(at + zoneMinutes * 60_000).toISOString().slice(0, 10)}.ndjson.gz`;
}
