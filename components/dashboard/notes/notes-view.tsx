import { i18n } from '@/utils/i18n';
import type { NotesReport } from '@/utils/core/overview';
import { TimeSeries } from '../../charts/time-series';
import { formatShare, formatMonth } from '../../text/measures';
import { monthsBetween, startOfMonth } from '../../text/months';
import { SumsFrame, type SumsProps } from '../sums-frame';
import { AuthorsCard, NotesCard } from './outcome-tables';
import { PostersCard, type PostersProps } from './posters-card';

export interface NotesProps extends SumsProps {
  posters: PostersProps;
  /** Opens the note on its site. */
  onOpenNote: (site: string, id: string) => void;
}

/** What notes and their authors showed, and what came of it. */
export function NotesView({ posters, onOpenNote, ...sums }: NotesProps) {
  return (
    <SumsFrame {...sums} title={i18n.t('views.notes')} lead={i18n.t('notesView.lead')}>
      {({ notes }) => (
        <>
          <LabelChart report={notes} />
          <NotesCard report={notes} onOpenNote={onOpenNote} />
          <AuthorsCard report={notes} />
          <PostersCard {...posters} />
        </>
      )}
    </SumsFrame>
  );
}

/** Of the notes with shop links, how many say that they are ads. No label observed is not no ad. */
function LabelChart({ report: { months, notes } }: { report: NotesReport }) {
  const known = new Map(months.map((month) => [month.month, month]));
  const all = monthsBetween([...known.keys()]).map((month) => ({ month, ...known.get(month) }));
  const shares = all.map(({ labelled, unlabelled }) => {
    const read = (labelled ?? 0) + (unlabelled ?? 0);
    return labelled === undefined || read === 0 ? null : labelled / read;
  });
  return (
    <TimeSeries
      id="labels"
      title={i18n.t('notesView.labels')}
      hint={i18n.t('notesView.labelsHint')}
      unit={i18n.t('units.share')}
      n={notes}
      of={i18n.t('notesView.labelsOf')}
      times={all.map(({ month }) => startOfMonth(month))}
      lines={[{ name: i18n.t('notesView.share'), values: shares, tone: 'grass', draw: 'line' }]}
      format={formatShare}
      formatTime={formatMonth}
      most={1}
      policy="offered"
      table={{
        columns: [
          { name: i18n.t('spend.month') },
          { name: i18n.t('notesView.labelled') },
          { name: i18n.t('notesView.unlabelled') },
          { name: i18n.t('notesView.unknown') },
          { name: i18n.t('notesView.share'), format: formatShare },
        ],
        rows: all.map((month, at) => [
          month.month,
          month.labelled,
          month.unlabelled,
          month.unknown,
          shares[at] ?? undefined,
        ]),
      }}
    />
  );
}
