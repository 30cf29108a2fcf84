import { i18n } from '@/utils/i18n';
import { cleanText } from '../../text/clean';
import { tableWord } from './words';
import type { ShownRow, ShownTable } from './props';

interface RowsTableProps {
  shown: ShownTable;
  onLeaveOut?: (keys: string[]) => void;
}

/** Rows as they leave, every column of them; it scrolls by itself. */
export function RowsTable({ shown: { table, columns, rows }, onLeaveOut }: RowsTableProps) {
  const label = tableWord(table);
  if (rows.length === 0) return <p class="card__text">{i18n.t('research.noRows')}</p>;
  const isKnown = rows.some(({ about }) => about !== undefined);
  return (
    <div class="table rows-table" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {onLeaveOut && <th scope="col">{i18n.t('research.act')}</th>}
            {isKnown && <th scope="col">{i18n.t('research.about')}</th>}
            {columns.map(({ name, about }) => (
              <th scope="col" key={name} title={about} lang="en">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={row.keys[0] ?? place}>
              {onLeaveOut && <LeaveOut row={row} onLeaveOut={onLeaveOut} />}
              {isKnown && <td class="rows-table__about">{cleanText(row.about, 60)}</td>}
              {row.cells.map((cell, column) => (
                <td key={columns[column]?.name}>{cell === '' ? <Unknown /> : cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LeaveOut({ row, onLeaveOut }: { row: ShownRow; onLeaveOut: (keys: string[]) => void }) {
  return (
    <td>
      {row.keys.length > 0 && (
        <button type="button" class="button" onClick={() => onLeaveOut(row.keys)}>
          {i18n.t('research.leaveOut')}
        </button>
      )}
    </td>
  );
}

/** Empty is unknown, and never zero. */
function Unknown() {
  return (
    <span class="soft" aria-label={i18n.t('research.unknown')}>
      –
    </span>
  );
}
