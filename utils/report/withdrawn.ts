import type { AnyRow } from '../export/tables/columns';

/** Whose rows are in no figure: who withdrew, and whatever of theirs was not deleted yet. */
export function withdrawals() {
  const gone = new Set<string>();
  const nameOf = ({ study_id, participant_id }: AnyRow) => `${String(study_id)} ${String(participant_id)}`;
  return {
    /** @param row of the table participants */
    add(row: AnyRow): void {
      if (typeof row['withdrawn_at'] === 'number') gone.add(nameOf(row));
    },
    /** @param row of any table */
    has: (row: AnyRow): boolean => gone.size > 0 && gone.has(nameOf(row)),
  };
}
