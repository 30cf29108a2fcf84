import { i18n } from '@/utils/i18n';
import { sentences } from '../../text/sentences';
import type { PosterRole, PostersReport } from '@/utils/core/posters';
import { Bars } from '../../charts/bars';
import { Card } from '../../parts/card';
import type { Job } from '../../parts/job';
import { JobProgress } from '../../parts/job-progress';
import { Outcome } from '../../parts/outcome';
import { formatCount } from '../../text/format';
import { formatDuration, formatShare } from '../../text/measures';
import { roleWord } from '../../text/words';

export interface PostersProps {
  job: Job<PostersReport>;
  onCount: () => void;
  onStop: () => void;
}

const roles = ['author', 'merchant', 'buyer', 'other_user', 'unknown'] as const satisfies readonly PosterRole[];

const wordOf = (role: PosterRole) => (role === 'buyer' ? i18n.t('posters.buyer') : roleWord[role]());

/** Who put blue links into the comments. No list holds it, so the whole record is read, when the person asks for it. */
export function PostersCard({ job, onCount, onStop }: PostersProps) {
  if (job.state === 'done' && job.result.links > 0) return <Report report={job.result} />;
  return (
    <Card id="posters" title={i18n.t('posters.title')} hint={i18n.t('posters.hint')}>
      {job.state === 'running' ? (
        <JobProgress
          label={i18n.t('posters.title')}
          text={i18n.t('survey.running', [formatCount(job.done), formatCount(job.total ?? 0)])}
          done={job.done}
          total={job.total}
          onStop={onStop}
        />
      ) : (
        <>
          <Outcome tone={job.state === 'failed' ? 'alarm' : 'plain'}>{endOf(job)}</Outcome>
          <div class="ways">
            <button type="button" class="button button--save" onClick={onCount}>
              {i18n.t('posters.count')}
            </button>
          </div>
        </>
      )}
    </Card>
  );
}

function endOf(job: Job<PostersReport>): string | false {
  if (job.state === 'failed') return i18n.t('posters.failed');
  if (job.state === 'stopped') return i18n.t('posters.stopped');
  return job.state === 'done' && i18n.t('posters.none');
}

function Report({ report }: { report: PostersReport }) {
  const { links, asked, delay, repeated } = report;
  const rows = roles.filter((role) => report.roles[role] !== undefined);
  const countOf = (role: PosterRole) => report.roles[role] ?? 0;
  const facts = [
    i18n.t('posters.asked', [
      formatShare((asked.thread + asked.note) / links),
      formatCount(asked.thread + asked.note),
      formatCount(links),
    ]),
    delay.medianMs === null
      ? ''
      : i18n.t('posters.delay', delay.n, [formatCount(delay.n), formatDuration(delay.medianMs)]),
    repeated > 0 ? i18n.t('posters.repeated', repeated, [formatCount(repeated)]) : '',
  ];
  return (
    <Bars
      id="posters"
      title={i18n.t('posters.title')}
      hint={sentences(facts)}
      unit={i18n.t('posters.unit')}
      n={links}
      of={i18n.t('posters.of')}
      rows={rows.map((role) => ({
        key: role,
        name: wordOf(role),
        bars: [
          {
            text: `${formatCount(countOf(role))} · ${formatShare(countOf(role) / links)}`,
            value: countOf(role),
            tone: 'grass',
          },
        ],
      }))}
      table={{
        columns: [
          { name: i18n.t('posters.who') },
          { name: i18n.t('posters.unit') },
          { name: i18n.t('posters.share'), format: formatShare },
        ],
        rows: rows.map((role) => [wordOf(role), countOf(role), countOf(role) / links]),
      }}
    />
  );
}
