/** Click windows in days that are shown side by side, since no official one is published 归因窗口. */
export const creditWindows = [1, 3, 7, 14, 30, 90] as const;

/** How purchases are shared among the notes before them; the shares of one purchase add up to it. */
type CreditRule = 'last' | 'first' | 'linear' | 'position';

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
  /** What was paid for them, in fen, before refunds; parts of a fen are kept, so that the sums hold. */
  fen: Record<CreditRule, number>;
}

/** What was paid, in fen and before refunds, by how the note was met. */
export interface CreditedMoney {
  byClick: number;
  byView: number;
  unattributed: number;
  /** Orders of several things met in different ways, which do not say what each cost. */
  undivided: number;
}

/** Purchases under one click window; the three kinds add up to all of them. */
export interface WindowCredits {
  days: number;
  byClick: number;
  byView: number;
  unattributed: number;
  money: CreditedMoney;
  /** The most credited by the last touch first. */
  notes: NoteCredit[];
}

export interface CreditReport {
  purchases: number;
  /** Purchases of orders that state no amount: in no sum of money. */
  unpriced: number;
  windows: WindowCredits[];
}
