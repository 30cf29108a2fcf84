interface Cell {
  platform: string;
  week: string;
  participants: number;
  ads: number;
}

type Hidden = 'primary' | 'secondary';

/** The cells of one row to hide: those of fewer than k, and where that is one alone, the next smallest beside it. */
function hiddenIn(row: readonly Cell[], k: number): Map<Cell, Hidden> {
  const hidden = new Map(row.filter(({ participants }) => participants < k).map((cell) => [cell, 'primary' as Hidden]));
  if (hidden.size !== 1) return hidden;
  // The row's total is published: one hidden cell alone could be worked out from it.
  const others = row.filter((cell) => !hidden.has(cell)).sort((a, b) => a.participants - b.participants);
  const [next] = others;
  return next ? hidden.set(next, 'secondary') : hidden;
}

/** Hides what could point at a participant. Rows are weeks; their totals hold the hidden cells too. */
export function suppressCells(cells: readonly Cell[], k: number) {
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

function totalAds(row: readonly Cell[]): number {
  return row.reduce((total, { ads }) => total + ads, 0);
}
