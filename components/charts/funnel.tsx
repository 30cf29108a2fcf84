import { useId } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import type { Evidence } from '@/utils/core/types';
import { formatCount } from '../text/format';
import { formatShare } from '../text/measures';
import { evidenceWord } from '../text/words';
import { Chart, type ChartProps } from './chart';
import { linearScale } from './scale';
import { useWidth } from './use-width';

/** How well a thing is known, best first. */
const grades = ['observed', 'imported', 'user', 'inferred'] as const satisfies readonly Evidence[];

export interface FunnelStage {
  key: string;
  name: string;
  /** Absent where nothing could have been seen: an unseen step is no zero, and no gap is filled. */
  counts: Readonly<Partial<Record<Evidence, number>>> | undefined;
  /** The group whose stages count the same kind of thing: only within one can shares be told. */
  group: string;
}

const rowPx = 46;
const barPx = 14;
const groupPx = 28;

export function totalOf(counts: FunnelStage['counts']): number | undefined {
  return counts && grades.reduce((sum, grade) => sum + (counts[grade] ?? 0), 0);
}

/** Stage under stage, each bar cut by how it is known, with its share of the first one of its group. */
export function Funnel({ stages, ...chart }: ChartProps & { stages: readonly FunnelStage[] }) {
  const { place, width } = useWidth<HTMLDivElement>();
  const id = useId();
  const used = grades.filter((grade) => stages.some(({ counts }) => (counts?.[grade] ?? 0) > 0));
  const laid = layOut(stages);
  return (
    <Chart {...chart} foot={<Key grades={used} id={id} />}>
      <div ref={place}>
        <svg class="drawing" role="img" aria-label={chart.title} width={width} height={laid.height}>
          <Patterns id={id} />
          {laid.heads.map(({ group, top }) => (
            <text key={group} class="drawing__group" x={0} y={top + 14}>
              {group}
            </text>
          ))}
          {laid.rows.map((row) => (
            <Stage key={row.stage.key} {...row} width={width} id={id} />
          ))}
        </svg>
      </div>
    </Chart>
  );
}

interface LaidStage {
  stage: FunnelStage;
  top: number;
  most: number;
  /** The first stage of the same group that could be seen; absent for that stage itself. */
  first: number | undefined;
}

function layOut(stages: readonly FunnelStage[]) {
  const rows: LaidStage[] = [];
  const heads: { group: string; top: number }[] = [];
  let top = 0;
  for (const [at, stage] of stages.entries()) {
    const last = stages[at - 1];
    if (last?.group !== stage.group) {
      heads.push({ group: stage.group, top });
      top += groupPx;
    }
    const most = Math.max(0, ...stages.map((each) => (each.group === stage.group ? (totalOf(each.counts) ?? 0) : 0)));
    const first = stages.find((each) => each.group === stage.group && totalOf(each.counts) !== undefined);
    rows.push({ stage, top, most, first: first === stage ? undefined : totalOf(first?.counts) });
    top += rowPx;
  }
  return { rows, heads, height: Math.max(1, top) };
}

function Stage({ stage: { name, counts }, top, most, first, width, id }: LaidStage & { width: number; id: string }) {
  const total = totalOf(counts);
  const scale = linearScale([0, most], [0, width]);
  // Stages need not lie in each other: what was bought need not have been in a cart. More than all would say nothing.
  const share = total !== undefined && first && total <= first ? formatShare(total / first) : '';
  let left = 0;
  return (
    <>
      <text class="drawing__name" x={0} y={top + 14}>
        {name}
      </text>
      <text class="drawing__value" x={width} y={top + 14} text-anchor="end">
        {total === undefined ? i18n.t('charts.unseen') : [formatCount(total), share].filter(Boolean).join(' · ')}
      </text>
      <rect class="tone-ground" x={0} y={top + 22} width={width} height={barPx} rx={3} />
      {grades.map((grade) => {
        const count = counts?.[grade] ?? 0;
        if (count === 0) return null;
        const length = Math.max(2, scale(count));
        const x = left;
        left += length;
        return <rect key={grade} x={x} y={top + 22} width={length} height={barPx} fill={`url(#${id}${grade})`} />;
      })}
    </>
  );
}

/** Told apart by their hatching as well as by their colour. */
function Patterns({ id }: { id: string }) {
  return (
    <defs>
      {grades.map((grade) => (
        <pattern key={grade} id={`${id}${grade}`} width={6} height={6} patternUnits="userSpaceOnUse">
          <rect class={`grade-${grade}`} width={6} height={6} />
          {grade === 'imported' && <path class="grade-line" d="M-1 7L7 -1" />}
          {grade === 'user' && <path class="grade-line" d="M0 3H6" />}
          {grade === 'inferred' && <circle class="grade-dot" cx={3} cy={3} r={1.2} />}
        </pattern>
      ))}
    </defs>
  );
}

function Key({ grades: used, id }: { grades: readonly Evidence[]; id: string }) {
  return (
    <ul class="key" role="list" aria-label={i18n.t('charts.key')}>
      {used.map((grade) => (
        <li key={grade} class="key__entry">
          <svg width={14} height={14} aria-hidden="true">
            <rect width={14} height={14} rx={3} fill={`url(#${id}${grade})`} />
          </svg>
          {evidenceWord[grade]()}
        </li>
      ))}
    </ul>
  );
}
