import { tableNames } from '@/utils/export/tables';
import type { ExportTerms, ParticipantTerms, StudyTerms } from '@/utils/export/terms';

export const exportedAt = Date.UTC(2026, 11, 1, 12);
const key = (start: number) => Uint8Array.from({ length: 32 }, (_byte, place) => place + start);

interface Change {
  study?: Partial<StudyTerms>;
  participant?: Partial<ParticipantTerms>;
}

/** Of a made-up study and participant. */
export function madeTerms({ study, participant }: Change = {}): ExportTerms {
  return {
    study: {
      ...{ id: 'demo-study', tier: 'T1', tables: tableNames, key: key(0), paidAt: 'day', amounts: 'exact' },
      subjectKind: 'human',
      ...study,
    },
    participant: {
      ...{
        id: 'p-aaaaaaaaaaaaaaaaaaaaaaaaaa',
        consentVersion: '3',
        consentText: '同意',
        consentedAt: Date.UTC(2026, 10, 1),
      },
      ...{ observedFrom: Date.UTC(2026, 10, 1), observedTo: exportedAt },
      ...participant,
    },
    device: {
      ...{ key: key(100), zoneMinutes: 480, locale: 'zh-CN', browser: 'Chromium 156', extensionVersion: '0.1.0' },
      ...{ detectorVersion: '2026-11-01.1', viewport: { width: 1280, height: 720 }, pixelRatio: 2, form: 'desktop' },
    },
    exportId: '01890a5d-ac96-474b-8cce-b302099a8057',
    exportedAt,
    redactions: 0,
    rowsDropped: 0,
  };
}
