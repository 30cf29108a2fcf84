import { versionName } from '../rule-names';
import type { Origin, Row, RowIn, TableName } from '../tables';
import type { ExportTerms } from '../terms';

/** Whose row it is. */
export function keyOf({ study, participant }: ExportTerms) {
  return { study_id: study.id, participant_id: participant.id };
}

/** Which rules made it, and when it was exported. */
export function provenanceOf({ exportedAt }: ExportTerms, version: string) {
  return { detector_version: versionName(version), exported_at: exportedAt };
}

export function rowFor<T extends TableName>(table: T, at: number, row: Row<T>): RowIn<T> {
  return { table, row, at };
}

/** The same row, with where it comes from. */
export function withOrigin<T extends TableName>(row: RowIn<T>, origin: () => Origin): RowIn<T> {
  return { table: row.table, row: row.row, at: row.at, origin };
}
