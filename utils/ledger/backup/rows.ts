import * as v from 'valibot';
import type { Refusal } from '../../core/backup';
import type { StoredEvent } from '../../core/events';
import type { ExposureEvent } from '../../core/units';
import { decodeExposure, decodeStoredEvent } from '../../schemas/stored';
import { endLine, keysLine, settingsLine } from './format';

/** A line below the header. */
export type FileRow =
  | { kind: 'event'; line: number; bytes: number; row: StoredEvent }
  | { kind: 'exposure'; line: number; bytes: number; row: ExposureEvent }
  | { kind: 'keys'; keys: string[] }
  | { kind: 'settings'; settings: Record<string, unknown> }
  | { kind: 'refused'; of?: 'event' | 'exposure'; refusal: Refusal }
  | { kind: 'end'; end: v.InferOutput<typeof endLine>['end'] };

/** @returns undefined for what is no JSON in UTF-8, however deep it is nested */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined; // the caller counts it as refused
  }
}

export function readRow(bytes: Uint8Array | undefined, line: number): FileRow {
  if (!bytes) return { kind: 'refused', refusal: { line, reason: 'too-long' } };
  const raw = parseJson(bytes);
  if (raw === undefined) return { kind: 'refused', refusal: { line, reason: 'not-text' } };
  return readKind(raw, { line, bytes: bytes.length }) ?? { kind: 'refused', refusal: { line, reason: 'unknown' } };
}

/** Where a row stands, and how long its line is. */
interface Place {
  line: number;
  bytes: number;
}

function readKind(raw: unknown, place: Place): FileRow | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  if ('event' in raw) return readEvent(raw.event, place);
  if ('exposure' in raw) return readExposure(raw.exposure, place);
  const keys = v.safeParse(keysLine, raw);
  if (keys.success) return { kind: 'keys', ...keys.output };
  const settings = v.safeParse(settingsLine, raw);
  if (settings.success) return { kind: 'settings', ...settings.output };
  const end = v.safeParse(endLine, raw);
  return end.success ? { kind: 'end', ...end.output } : undefined;
}

function readEvent(raw: unknown, place: Place): FileRow {
  const decoded = decodeStoredEvent(raw);
  if ('row' in decoded) return { kind: 'event', ...place, row: decoded.row };
  return { kind: 'refused', of: 'event', refusal: { line: place.line, ...refusalOf(raw, decoded.reason) } };
}

function readExposure(raw: unknown, place: Place): FileRow {
  const decoded = decodeExposure(raw);
  if ('row' in decoded) return { kind: 'exposure', ...place, row: decoded.row };
  return { kind: 'refused', of: 'exposure', refusal: { line: place.line, ...refusalOf(raw, decoded.reason) } };
}

/** Names a row that does not decode, as far as it can be named. */
export function refusalOf(raw: unknown, where: string): Refusal {
  const id: unknown = typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'id') : undefined;
  return { ...(typeof id === 'string' && { id: id.slice(0, 200) }), reason: 'shape', where };
}
