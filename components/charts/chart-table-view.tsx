import { i18n } from '@/utils/i18n';
import { Table } from '../parts/table';
import { cleanText } from '../text/clean';
import { cellText, type ChartCell, type ChartColumn, type ChartTable } from './chart-table';

/** Rows beyond these are in the file: a table of thousands helps nobody on a screen. */
const MOST_ROWS = 200;

/** The numbers of a chart as a table. */
export function ChartTableView({ title, table: { columns, rows } }: { title: string; table: ChartTable }) {
  return (
    <>
      <Table
        label={i18n.t('charts.tableOf', [title])}
        columns={columns.map(({ name }, place) => ({ name, isNumber: isNumber(rows, place) }))}
        class="chart__table"
      >
        {rows.slice(0, MOST_ROWS).map((row, place) => (
          <Row key={place} row={row} columns={columns} />
        ))}
      </Table>
      {rows.length > MOST_ROWS && <p class="card__text">{i18n.t('charts.more', rows.length - MOST_ROWS)}</p>}
    </>
  );
}

function isNumber(rows: ChartTable['rows'], place: number): boolean {
  return rows.some((row) => typeof row[place] === 'number');
}

function Row({ row, columns }: { row: readonly ChartCell[]; columns: readonly ChartColumn[] }) {
  return (
    <tr>
      {columns.map((column, place) => {
        const text = cellText(row[place], column);
        const words = text === undefined ? <span class="soft">{i18n.t('charts.unknown')}</span> : cleanText(text);
        if (place === 0)
          return (
            <th key={place} scope="row">
              <bdi>{words}</bdi>
            </th>
          );
        return (
          <td key={place} class={typeof row[place] === 'string' ? '' : 'number'}>
            {words}
          </td>
        );
      })}
    </tr>
  );
}
