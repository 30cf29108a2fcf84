/** Click windows in days that are shown side by side, since no official one is published 归因窗口. */
export const creditWindows = [1, 3, 7, 14, 30, 90] as const;

/** What one note is credited with, in purchases; `assisted` is beside the credits and never added to them. */
export interface NoteCredit {
  /** `<site>:<id>` */
  note: string;
  /** Absent where the note has none, or is gone. */
  title?: string;
  last: number;
  first: number;
  linear: number;
  position: number;
  assisted: number;
}

/** Purchases under one click window; the three kinds add up to all of them. */
export interface WindowCredits {
  days: number;
  byClick: number;
  byView: number;
  unattributed: number;
  /** The most credited by the last touch first. */
  notes: NoteCredit[];
}

export interface CreditReport {
  purchases: number;
  windows: WindowCredits[];
}
