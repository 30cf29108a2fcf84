import { endOf, tablesOf, type Participation, type StudyFile, type TaskRun, type Withdrawal } from '../core/study';
import { bytesOfHex } from '../core/hex';
import type { DeviceTerms, ExportTerms, StudyTerms, TaskTerms } from './terms';

/** What only the page that exports knows. */
export interface ExportOccasion {
  device: DeviceTerms;
  exportId: string;
  /** Epoch ms. */
  now: number;
  /** Rows that were lost to errors or a full disk, as far as that was counted. */
  rowsDropped: number;
}

/** As its file says, less what this person did not agree to. */
function studyTerms(file: StudyFile, purchases: boolean): StudyTerms {
  return {
    id: file.id,
    tier: file.tier,
    tables: tablesOf({ file, purchases }),
    key: bytesOfHex(file.key),
    paidAt: file.paidAt,
    amounts: file.amounts,
    subjectKind: file.subjectKind,
    ...(file.condition !== undefined && { condition: file.condition }),
    ...(file.spendFen !== undefined && { spendFen: file.spendFen }),
  };
}

function consentText({ consent, purchaseConsent }: StudyFile, purchases: boolean): string {
  return purchases && purchaseConsent !== undefined ? `${consent.text}\n\n${purchaseConsent}` : consent.text;
}

/** What a participant's export is made by: nothing from before the consent, nothing from after the end. */
export function termsOfStudy(
  study: Participation,
  { device, exportId, now, rowsDropped }: ExportOccasion,
): ExportTerms {
  const { file, participantId, consentedAt, observedFrom, purchases, redacted } = study;
  const runs = study.runs.filter(({ startedAt }) => startedAt >= observedFrom);
  return {
    study: studyTerms(file, purchases),
    participant: {
      id: participantId,
      consentVersion: file.consent.version,
      consentText: consentText(file, purchases),
      consentedAt,
      observedFrom,
      observedTo: Math.max(observedFrom, Math.min(now, endOf(file) - 1)),
    },
    device,
    exportId,
    exportedAt: now,
    redactions: redacted.length,
    rowsDropped,
    ...(runs.length > 0 && { tasks: runs.map((run) => taskTerms(file, run)) }),
  };
}

function taskTerms({ protocol = [] }: StudyFile, run: TaskRun): TaskTerms {
  const asked = protocol.find(({ id }) => id === run.task);
  return { ...run, surface: asked?.surface ?? 'other', asked: asked?.task ?? '' };
}

/** A withdrawal exports who it is and nothing else: the pool is to drop this participant. */
export function termsOfWithdrawal(left: Withdrawal, occasion: ExportOccasion): ExportTerms {
  const { withdrawnAt, ...before } = left;
  const study = { ...before, purchases: false, redacted: [], runs: [], exports: [] };
  const terms = termsOfStudy(study, occasion);
  return {
    ...terms,
    study: { ...terms.study, tables: ['participants'] },
    participant: { ...terms.participant, observedTo: Math.max(left.observedFrom, withdrawnAt), withdrawnAt },
  };
}
