import { i18n } from '@/utils/i18n';
import type { SeedCell, SeedPlace } from '@/utils/core/overview';
import { surfaces } from '@/utils/core/types';
import { Matrix } from '../../charts/matrix';
import { surfaceWord } from '../../text/words';
import { useTools } from '../../tools';

const WAITING = 'waiting';

/** 在哪种草 × 在哪下单. */
export function SeedMatrix({ cells }: { cells: readonly SeedCell[] }) {
  const { platformName } = useTools();
  const places = ([...surfaces, 'list', 'none'] as const).filter((place) => cells.some(({ from }) => from === place));
  const targets = columnsOf(cells);
  const countOf = (place: SeedPlace, target: string) =>
    // What no note showed cannot wait there either: that is no zero.
    place === 'none' && target === WAITING
      ? undefined
      : (cells.find(({ from, to }) => from === place && to === target)?.count ?? 0);
  const columns = targets.map((target) => (target === WAITING ? i18n.t('matrix.waiting') : platformName(target)));
  const rows = places.map((place) => ({
    key: place,
    name: placeWord(place),
    values: targets.map((target) => countOf(place, target)),
  }));
  return (
    <Matrix
      id="matrix"
      title={i18n.t('matrix.title')}
      hint={i18n.t('matrix.hint')}
      unit={i18n.t('units.purchases')}
      n={cells.reduce((sum, { to, count }) => sum + (to === WAITING ? 0 : count), 0)}
      of={i18n.t('matrix.of')}
      columns={columns}
      rows={rows}
      table={{
        columns: [i18n.t('matrix.from'), ...columns].map((name) => ({ name })),
        rows: rows.map(({ name, values }) => [name, ...values]),
      }}
    />
  );
}

function placeWord(place: SeedPlace): string {
  if (place === 'none') return i18n.t('matrix.none');
  return place === 'list' ? i18n.t('matrix.list') : surfaceWord[place]();
}

/** The shop where most was bought first, and last what waits. */
function columnsOf(cells: readonly SeedCell[]): string[] {
  const sums = new Map<string, number>();
  for (const { to, count } of cells) if (to !== WAITING) sums.set(to, (sums.get(to) ?? 0) + count);
  const shops = [...sums].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)).map(([shop]) => shop);
  return cells.length === 0 ? [] : [...shops, WAITING];
}
