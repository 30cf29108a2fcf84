import { i18n } from '@/utils/i18n';
import { sentences } from '../../text/sentences';
import type { AuthorLine, NoteLine, NotesReport } from '@/utils/core/overview';
import { toCsv, type ChartCell } from '../../charts/chart-table';
import { useChartTools } from '../../charts/chart-tools';
import { Table } from '../../parts/table';
import { cleanText } from '../../text/clean';
import { formatCount } from '../../text/format';
import { formatDate } from '../../text/measures';
import { noteLabelWord } from '../../text/note-labels';

/** Notes with links: what hangs on them, what was followed, saved and bought. */
export function NotesCard({
  report,
  onOpenNote,
}: {
  report: NotesReport;
  onOpenNote: (site: string, id: string) => void;
}) {
  const { topNotes, notes } = report;
  const nameOf = ({ title }: NoteLine) => cleanText(title, 80) || i18n.t('page.untitled');
  return (
    <OutcomeCard
      id="notes"
      title={i18n.t('notesView.notes')}
      hint={i18n.t('notesView.shown', notes, [formatCount(topNotes.length), formatCount(notes)])}
      first={i18n.t('page.note')}
      more={[i18n.t('notesView.label'), i18n.t('notesView.day')]}
      rows={topNotes.map((note) => ({
        ...note,
        name: nameOf(note),
        onOpen: () => onOpenNote(note.site, note.key.slice(note.site.length + 1)),
        more: [noteLabelWord[note.label](), formatDate(note.at)],
      }))}
    />
  );
}

/** Authors by what their notes led to: ids alone, since names are not recorded. */
export function AuthorsCard({ report: { topAuthors, authors } }: { report: NotesReport }) {
  return (
    <OutcomeCard
      id="authors"
      title={i18n.t('notesView.authors')}
      hint={sentences([
        i18n.t('notesView.shown', authors, [formatCount(topAuthors.length), formatCount(authors)]),
        i18n.t('notesView.authorsHint'),
      ])}
      first={i18n.t('notesView.author')}
      more={[i18n.t('notesView.ofAuthor'), i18n.t('notesView.labelled')]}
      rows={topAuthors.map((author: AuthorLine) => ({
        ...author,
        key: author.authorId,
        name: cleanText(author.authorId, 40),
        more: [author.notes, author.labelled],
      }))}
    />
  );
}

interface OutcomeRow {
  key: string;
  name: string;
  links: number;
  clicked: number;
  saved: number;
  bought: number;
  more: readonly ChartCell[];
  onOpen?: () => void;
}

interface OutcomeCardProps {
  id: string;
  title: string;
  hint: string;
  first: string;
  more: readonly string[];
  rows: readonly OutcomeRow[];
}

function OutcomeCard({ id, title, hint, first, more, rows }: OutcomeCardProps) {
  const { onSave } = useChartTools();
  const counts = [
    i18n.t('notesView.links'),
    i18n.t('notesView.clicked'),
    i18n.t('notesView.saved'),
    i18n.t('notesView.bought'),
  ];
  const columns = [first, ...more, ...counts].map((name) => ({ name }));
  const cellsOf = (row: OutcomeRow) => [row.name, ...row.more, row.links, row.clicked, row.saved, row.bought];
  const save = () => {
    const text = toCsv({ columns, rows: rows.map(cellsOf) });
    onSave(new Blob([text], { type: 'text/csv;charset=utf-8' }), `bacao-${id}.csv`);
  };
  return (
    <section class="card" id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <h2 class="card__title" id={`${id}-title`}>
        {title}
      </h2>
      {rows.length === 0 ? (
        <p class="card__text">{i18n.t('charts.empty')}</p>
      ) : (
        <>
          <p class="card__text">{hint}</p>
          <OutcomeTable {...{ title, columns, rows, cellsOf }} />
          <div class="ways">
            <button type="button" class="button" aria-label={i18n.t('charts.save', [title, 'CSV'])} onClick={save}>
              {i18n.t('charts.csv')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

interface OutcomeTableProps {
  title: string;
  columns: readonly { name: string }[];
  rows: readonly OutcomeRow[];
  cellsOf: (row: OutcomeRow) => readonly ChartCell[];
}

function OutcomeTable({ title, columns, rows, cellsOf }: OutcomeTableProps) {
  const isCount = (at: number) => rows.some((row) => typeof cellsOf(row)[at] === 'number');
  return (
    <Table
      label={title}
      columns={columns.map(({ name }, at) => ({ name, isNumber: isCount(at) }))}
      class="chart__table table--tall"
    >
      {rows.map((row) => (
        <Row key={row.key} row={row} cells={cellsOf(row).slice(1)} />
      ))}
    </Table>
  );
}

function Row({ row: { name, onOpen }, cells }: { row: OutcomeRow; cells: readonly ChartCell[] }) {
  return (
    <tr>
      <th scope="row" class="table__name">
        {onOpen ? (
          <button type="button" class="sheet__title" onClick={onOpen}>
            <bdi>{name}</bdi>
          </button>
        ) : (
          <bdi>{name}</bdi>
        )}
      </th>
      {cells.map((cell, at) => (
        <td key={at} class={typeof cell === 'number' ? 'number' : ''}>
          {typeof cell === 'number' ? formatCount(cell) : cell}
        </td>
      ))}
    </tr>
  );
}
