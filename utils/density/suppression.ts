import { isNumber, sum } from '../core/numbers';

/** Below which nothing of a cell is told: so many participants, or sessions where there is one participant alone. */
export const suppressionRule = {
  fewest: 5,
  /** Of what could tell of health, a pregnancy or a child. */
  fewestSensitive: 10,
  /** A cell that one of them makes up by more than this tells of that one. */
  mostOfOne: 0.85,
} as const;

interface Cell {
  platform: string;
  week: string;
  /** Null where nobody counted. */
  participants: number | null;
  ads: number | null;
  /** The largest share of one participant in it, where that is known. */
  ofOne?: number;
  isSensitive?: boolean;
}

type Hidden = 'primary' | 'secondary';

/** One of which nobody knows how many are in it may be of one alone. */
function isTelling({ participants, ofOne = 0, isSensitive = false }: Cell, k: number): boolean {
  const fewest = isSensitive ? Math.max(k, suppressionRule.fewestSensitive) : k;
  return !isNumber(participants) || participants < fewest || ofOne > suppressionRule.mostOfOne;
}

/** The cells of one row to hide: those that tell of a few, and where that is one alone, the next smallest beside it. */
function hiddenIn(row: readonly Cell[], k: number): Map<Cell, Hidden> {
  const hidden = new Map(row.filter((cell) => isTelling(cell, k)).map((cell) => [cell, 'primary' as Hidden]));
  if (hidden.size !== 1) return hidden;
  // The row's total is published: one hidden cell alone could be worked out from it.
  const others = row.filter((cell) => !hidden.has(cell)).sort((a, b) => (a.participants ?? 0) - (b.participants ?? 0));
  const [next] = others;
  return next ? hidden.set(next, 'secondary') : hidden;
}

/** Hides what could point at a participant. Rows are weeks; their totals hold the hidden cells too. */
export function suppressCells(cells: readonly Cell[], k: number = suppressionRule.fewest) {
  const weeks = [...new Set(cells.map(({ week }) => week))];
  const rows = weeks.map((week) => cells.filter((cell) => cell.week === week));
  const hidden = new Map(rows.flatMap((row) => [...hiddenIn(row, k)]));
  return {
    cells: cells.map((cell) => {
      const suppressed = hidden.get(cell) ?? null;
      return suppressed ? { ...cell, participants: null, ads: null, suppressed } : { ...cell, suppressed };
    }),
    row_totals: Object.fromEntries(weeks.map((week, place) => [week, totalAds(rows[place] ?? [])])),
  };
}

/** Null where a part of it is not known. */
function totalAds(row: readonly Cell[]): number | null {
  const counts = row.map(({ ads }) => ads).filter(isNumber);
  return counts.length < row.length ? null : sum(counts);
}
