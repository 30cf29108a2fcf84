import type { ExportTerms } from '@/utils/export/terms';
import { countRowsIn } from '@/utils/ledger/outside';
import type { LedgerDb } from '@/utils/ledger/schema';

/** What is recorded and of no time that the study may see: for the person's own eyes. */
export async function countOutside(db: LedgerDb, { participant }: ExportTerms, signal?: AbortSignal): Promise<number> {
  const { observedFrom, observedTo } = participant;
  const stretches = [
    { from: -Infinity, to: observedFrom - 1 },
    { from: observedTo + 1, to: Infinity },
  ];
  const [before = 0, after = 0] = await countRowsIn(db, stretches, signal);
  return before + after;
}

/**
 * What of it is of a time yet to come, which a clock alone keeps out. Of what is below the floor not even the number is told:
 * where a clock had run ahead before the consent, rows that nobody agreed to lie there as if they had come after.
 */
export async function withRowsAhead(db: LedgerDb, terms: ExportTerms): Promise<ExportTerms> {
  const { exportedAt } = terms;
  const { observedFrom, observedTo } = terms.participant;
  if (observedTo < exportedAt) return { ...terms, rowsAhead: 0 };
  const [rowsAhead = 0] = await countRowsIn(db, [{ from: Math.max(observedFrom, exportedAt + 1), to: Infinity }]);
  return { ...terms, rowsAhead };
}
