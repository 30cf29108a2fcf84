import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import { weekMoments, type WeekHours, type WeekMoment } from '@/utils/core/overview';
import { Chart } from '../../charts/chart';
import { Choice } from '../../parts/choice';
import { Week } from '../../charts/week';
import { formatWeekday } from '../../text/measures';

/** At which hours of the week notes showed goods, wishes came up, and orders were placed. */
export function HoursChart({ hours }: { hours: WeekHours }) {
  const [chosen, setChosen] = useState<WeekMoment>('saved');
  const days = Array.from({ length: 7 }, (_, day) => formatWeekday(day));
  const counts = hours[chosen];
  const word = { seen: i18n.t('hours.seen'), saved: i18n.t('hours.saved'), bought: i18n.t('hours.bought') };
  return (
    <Chart
      id="hours"
      title={i18n.t('hours.title')}
      hint={i18n.t('hours.hint')}
      unit={i18n.t('units.items')}
      n={counts.reduce((sum, count) => sum + count, 0)}
      of={word[chosen]}
      table={{
        columns: [
          { name: i18n.t('hours.day') },
          { name: i18n.t('hours.hour') },
          ...weekMoments.map((moment) => ({ name: word[moment] })),
        ],
        rows: counts.flatMap((_count, at) => rowOf(hours, at, days)),
      }}
    >
      <div class="choices" role="radiogroup" aria-label={i18n.t('hours.which')}>
        {weekMoments.map((moment) => (
          <Choice key={moment} group="hours-moment" checked={moment === chosen} onChoose={() => setChosen(moment)}>
            {word[moment]}
          </Choice>
        ))}
      </div>
      <Week
        label={i18n.t('hours.label', [word[chosen]])}
        days={days}
        counts={counts}
        sayCell={(day, hour, count) => i18n.t('hours.cell', [day, String(hour), count])}
      />
    </Chart>
  );
}

/** Hours in which nothing ever happened are left out of the table. */
function rowOf(hours: WeekHours, at: number, days: readonly string[]): (string | number)[][] {
  const counts = weekMoments.map((moment) => hours[moment][at] ?? 0);
  return counts.some(Boolean) ? [[days[Math.floor(at / 24)] ?? '', at % 24, ...counts]] : [];
}
