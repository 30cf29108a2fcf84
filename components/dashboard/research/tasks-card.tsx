import { i18n } from '@/utils/i18n';
import { isOver, type Participation, type StudyTask, type TaskRun } from '@/utils/core/study';
import { Card } from '../../parts/card';
import { formatMoment } from '../../text/measures';
import { stopWord } from './words';

interface TasksCardProps {
  study: Participation;
  now: number;
  onStart: (task: string) => void;
  onStop: () => void;
}

/** What every participant is asked to do alike: the person scrolls by hand, Bacao notes when it began and why it ended. */
export function TasksCard({ study: { file, runs }, now, onStart, onStop }: TasksCardProps) {
  const running = runs.find(({ endedAt }) => endedAt === undefined);
  return (
    <Card id="tasks" title={i18n.t('research.tasks')} hint={i18n.t('research.tasksHint')}>
      <ol class="tasks" role="list">
        {file.protocol?.map((task) => (
          <li class="task" key={task.id}>
            <p class="prose">{task.task}</p>
            <p class="soft">{stopText(task)}</p>
            <Runs runs={runs.filter((run) => run.task === task.id)} />
            {running?.task === task.id ? (
              <button type="button" class="button" onClick={onStop}>
                {i18n.t('research.stopTask')}
              </button>
            ) : (
              <button
                type="button"
                class="button button--save"
                disabled={running !== undefined || isOver(file, now)}
                onClick={() => onStart(task.id)}
              >
                {i18n.t('research.startTask')}
              </button>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function unitsText(surface: StudyTask['surface'], units: number): string {
  const values: [string] = [String(units)];
  return surface === 'shop'
    ? i18n.t('research.afterGoods', units, values)
    : i18n.t('research.afterUnits', units, values);
}

function stopText({ surface, stop: { units, minutes } }: StudyTask): string {
  const rules = [
    units !== undefined && unitsText(surface, units),
    minutes !== undefined && i18n.t('research.afterMinutes', minutes, [String(minutes)]),
  ].filter(Boolean);
  return rules.length === 0 ? i18n.t('research.afterAll') : rules.join(i18n.t('research.comma'));
}

function Runs({ runs }: { runs: TaskRun[] }) {
  return (
    <ul class="facets" role="list">
      {runs.map(({ startedAt, endedAt, stop }) => (
        <li key={startedAt} class="soft">
          {endedAt === undefined || stop === undefined
            ? i18n.t('research.runningSince', [formatMoment(startedAt)])
            : i18n.t('research.ranUntil', [formatMoment(startedAt), formatMoment(endedAt), stopWord(stop)])}
        </li>
      ))}
    </ul>
  );
}
