import type { ExportTerms } from '@/utils/export/terms';
import { countRowsIn } from '@/utils/ledger/outside';
import type { LedgerDb } from '@/utils/ledger/schema';

/** What is recorded and of no time that the study may see: for the person's own eyes. */
export async function countOutside(db: LedgerDb, { participant }: ExportTerms): Promise<number> {
  const { observedFrom, observedTo } = participant;
  const [before = 0, after = 0] = await countRowsIn(db, [
    { from: -Infinity, to: observedFrom - 1 },
    { from: observedTo + 1, to: Infinity },
  ]);
  return before + after;
}

/**
 * What of it a clock alone keeps out: by its time it is since the consent, and below the floor, which a clock that ran ahead
 * has put there; or it is of a time yet to come. Of what nobody agreed to, not even the number is told.
 */
export async function withKeptOut(db: LedgerDb, terms: ExportTerms): Promise<ExportTerms> {
  const { exportedAt } = terms;
  const { consentedAt, observedFrom, observedTo } = terms.participant;
  const isOver = observedTo < exportedAt;
  const [sinceConsent = 0, ahead = 0] = await countRowsIn(db, [
    { from: consentedAt, to: Math.min(observedFrom - 1, exportedAt) },
    { from: Math.max(observedFrom, exportedAt + 1), to: isOver ? -Infinity : Infinity },
  ]);
  return { ...terms, keptOut: { sinceConsent, ahead } };
}
