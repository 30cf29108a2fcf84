import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import { Outcome } from '../parts/outcome';
import type { ChartProps } from './chart';
import { type ChartTable, toCsv } from './chart-table';
import { useChartTools } from './chart-tools';
import { readDates, readKey } from './picture-key';
import { canvasToPng, svgFile, svgToPng } from './picture-file';

interface SaveButtonsProps {
  chart: ChartProps;
  facts: string;
  picture: RefObject<HTMLDivElement | null>;
}

type Kind = 'svg' | 'png' | 'csv';

/** A painted chart has no lines to save as SVG: it gives a PNG alone. */
export function SaveButtons({ chart, facts, picture }: SaveButtonsProps) {
  const { onSave } = useChartTools();
  const [failed, setFailed] = useState(false);
  const save = async (kind: Kind) => {
    try {
      const file = await fileOf(kind, { chart, facts, picture });
      setFailed(file === undefined);
      if (file) onSave(file, `bacao-${chart.id}.${kind}`);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <div class="chart__saves" role="group" aria-label={i18n.t('charts.saves', [chart.title])}>
        {(['svg', 'png', 'csv'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            class={`button button--plain chart__save chart__save--${kind}`}
            aria-label={i18n.t('charts.save', [chart.title, kind.toUpperCase()])}
            onClick={() => void save(kind)}
          >
            {kind.toUpperCase()}
          </button>
        ))}
      </div>
      <Outcome tone="alarm">{failed && i18n.t('charts.saveFailed')}</Outcome>
    </>
  );
}

async function fileOf(kind: Kind, { chart, facts, picture }: SaveButtonsProps): Promise<Blob | undefined> {
  if (kind === 'csv') return new Blob([toCsv(withBasis(chart, facts))], { type: 'text/csv;charset=utf-8' });
  const place = picture.current;
  if (!place) return undefined;
  const caption = { title: chart.title, facts, key: readKey(place), dates: readDates(place), foot: chart.basis };
  const svg = place.querySelector('svg.drawing');
  const canvas = place.querySelector('canvas');
  if (svg instanceof SVGSVGElement)
    return kind === 'svg' ? new Blob([svgFile(svg, caption)], { type: 'image/svg+xml' }) : svgToPng(svg, caption);
  return canvas instanceof HTMLCanvasElement && kind === 'png' ? canvasToPng(canvas, caption) : undefined;
}

/** As a last column: a line before the head or after the rows would be one more row to whoever reads the file. */
function withBasis({ table: { columns, rows }, basis }: ChartProps, facts: string): ChartTable {
  const line = [facts, basis].filter(Boolean).join(' · ');
  return {
    columns: [...columns, { name: i18n.t('charts.restsOn') }],
    rows: rows.map((row) => [...row, line]),
  };
}
