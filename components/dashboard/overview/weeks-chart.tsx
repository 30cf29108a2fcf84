import { i18n } from '@/utils/i18n';
import { weekMoments, type WeekCounts } from '@/utils/core/overview';
import { startOfWeek, weekName, weeksBetween } from '@/utils/core/weeks';
import { TimeSeries } from '../../charts/time-series';
import { formatCount } from '../../text/format';
import { formatDate } from '../../text/measures';
import { sentences } from '../../text/sentences';
import { useTools } from '../../tools';

/** What was new in each week, the present one among them: seen for the first time, saved, bought. */
export function WeeksChart({ weeks }: { weeks: readonly WeekCounts[] }) {
  const present = startOfWeek(useTools().now);
  const known = new Map(weeks.map((each) => [each.week, each]));
  const countsOf = (week: number) => known.get(week) ?? { week, seen: 0, saved: 0, bought: 0 };
  // A week without anything is none, not unknown: whatever happened is here.
  const shown = known.size === 0 ? [] : weeksBetween([...known.keys(), present]).map(countsOf);
  const word = { seen: i18n.t('hours.seen'), saved: i18n.t('hours.saved'), bought: i18n.t('hours.bought') };
  const values = (moment: (typeof weekMoments)[number]) => shown.map((each) => each[moment]);
  const { seen, saved, bought } = countsOf(present);
  const thisWeek = i18n.t('weeks.present', [formatCount(seen), formatCount(saved), formatCount(bought)]);
  return (
    <TimeSeries
      id="weeks"
      title={i18n.t('weeks.title')}
      hint={sentences([thisWeek, i18n.t('weeks.hint')])}
      unit={i18n.t('units.items')}
      n={values('seen').reduce((sum, count) => sum + count, 0)}
      of={word.seen}
      times={shown.map(({ week }) => week)}
      lines={[
        { name: word.saved, values: values('saved'), tone: 'grass', draw: 'bars' },
        { name: word.bought, values: values('bought'), tone: 'root', draw: 'bars' },
        { name: word.seen, values: values('seen'), tone: 'soft', draw: 'line' },
      ]}
      format={formatCount}
      formatTime={formatDate}
      policy="offered"
      table={{
        columns: [{ name: i18n.t('weeks.week') }, ...weekMoments.map((moment) => ({ name: word[moment] }))],
        rows: shown.map((each) => [weekName(each.week), ...weekMoments.map((moment) => each[moment])]),
      }}
    />
  );
}
