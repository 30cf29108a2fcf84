import { backupDue, rowsSince } from '@/utils/core/backup-due';
import type { FolderFailure } from '@/utils/core/backup';
import type { Loss } from '@/utils/core/health';
import { littleRoom } from '@/utils/core/room-left';
import type { HealthFacts } from './facts';

/** Something the person should know of their ledger. */
export type Notice =
  | { kind: 'loss'; loss: Loss }
  | { kind: 'newer' | 'blocked' | 'broken' | 'full' }
  | { kind: 'room'; leftBytes: number }
  | { kind: 'spoilt' | 'gaps' }
  | { kind: 'backup'; rows: number; at?: number }
  | { kind: 'folder'; why: FolderFailure }
  | { kind: CountedKind; count: number };

type CountedKind = 'crashed' | 'dropped' | 'quarantined' | 'unlisted';

const alarming: ReadonlySet<Notice['kind']> = new Set(['loss', 'newer', 'blocked', 'broken', 'full', 'spoilt']);

/** Something is lost, or cannot be kept at the moment. */
export function isAlarming({ kind }: Notice): boolean {
  return alarming.has(kind);
}

/** What there is to say, the most important first. */
export function listNotices(facts: HealthFacts, now: number): Notice[] {
  const { health } = facts;
  const trouble = facts.error ?? health?.trouble?.kind;
  return [
    ...(health?.loss ? [{ kind: 'loss' as const, loss: health.loss }] : []),
    ...(trouble ? [{ kind: trouble }] : []),
    ...(facts.spoilt && !facts.error ? [{ kind: 'spoilt' as const }] : []),
    ...(trouble === 'full' ? [] : roomNotice(facts)),
    ...(facts.gaps ? [{ kind: 'gaps' as const }] : []),
    ...(facts.folder ? [{ kind: 'folder' as const, why: facts.folder }] : []),
    ...backupNotice(facts, now),
    ...counted('unlisted', facts.unlisted),
    ...counted('quarantined', facts.quarantined),
    ...counted('crashed', health?.crashed),
    ...counted('dropped', health?.dropped),
  ];
}

function counted(kind: CountedKind, count = 0): Notice[] {
  return count > 0 ? [{ kind, count }] : [];
}

/** What is over is told as `full`. */
function roomNotice({ use }: HealthFacts): Notice[] {
  const leftBytes = use && littleRoom(use);
  return leftBytes === undefined ? [] : [{ kind: 'room', leftBytes }];
}

function backupNotice({ health, counts }: HealthFacts, now: number): Notice[] {
  if (!health || !counts || !backupDue({ counts, ...health }, now)) return [];
  const rows = rowsSince(counts, health.backup);
  return [{ kind: 'backup', rows, ...(health.backup && { at: health.backup.at }) }];
}
