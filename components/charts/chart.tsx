import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import { formatCount } from '../text/format';
import { ChartTableView } from './chart-table-view';
import type { ChartTable } from './chart-table';
import { SaveButtons } from './save-buttons';

/** What every chart says of itself, whatever it looks like. */
export interface ChartProps {
  /** The name of its files, and of its place in an address. */
  id: string;
  title: string;
  /** What can be read from it, and what cannot. */
  hint?: string | undefined;
  /** What its numbers count: `元`, `次`, `%`. */
  unit: string;
  /** How many things it rests on, and what they are. */
  n: number;
  of: string;
  /** What else its numbers rest on: whoever repeats one repeats this. */
  basis?: string | undefined;
  table: ChartTable;
}

interface FrameProps extends ChartProps {
  /** A drawing, or undefined where there is nothing to draw. */
  children: ComponentChildren;
  /** Switches and keys below the picture. */
  foot?: ComponentChildren;
}

/** The frame of every chart: its name, unit and n, its table at a press, and its files. */
export function Chart({ children, foot, ...chart }: FrameProps) {
  const { id, title, hint, unit, n, of, table } = chart;
  const picture = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const place = useId();
  const facts = i18n.t('charts.facts', [unit, formatCount(n), of]);
  return (
    <figure class="chart card" id={id} tabIndex={-1} aria-labelledby={`${place}-title`}>
      <figcaption class="chart__head">
        <h2 class="card__title" id={`${place}-title`}>
          {title}
        </h2>
        {hint && <p class="card__text">{hint}</p>}
        <p class="chart__facts">{facts}</p>
        {chart.basis !== undefined && <p class="chart__facts figure-basis">{chart.basis}</p>}
      </figcaption>
      {table.rows.length === 0 ? (
        <p class="chart__empty">{i18n.t('charts.empty')}</p>
      ) : (
        <>
          <div class="chart__picture" ref={picture} hidden={asTable}>
            {children}
            {foot}
          </div>
          {asTable && <ChartTableView title={title} table={table} />}
          <div class="chart__ways">
            <button type="button" class="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
              {i18n.t('charts.table')}
            </button>
            <SaveButtons chart={chart} facts={facts} picture={picture} />
          </div>
        </>
      )}
    </figure>
  );
}
