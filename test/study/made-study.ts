import type { Participation, StudyFile } from '@/utils/core/study';
import handedOut from '../../docs/study/example.json';
import { start } from '../ledger/made-events';

/** The example that researchers are given, taken as they would hand it out. */
export const example = handedOut as StudyFile;

export const now = start + 1_000_000;

export const file: StudyFile = { ...example, paidAt: 'day', amounts: 'none', subjectKind: 'human' };

export function participation(change: Partial<Participation> = {}): Participation {
  return {
    file,
    participantId: 'p-abcdefghijklmnopqrstuvwxyz',
    consentedAt: start,
    observedFrom: start,
    purchases: false,
    redacted: [],
    runs: [],
    exports: [],
    ...change,
  };
}
