import { i18n } from '@/utils/i18n';
import { Card } from '../../parts/card';
import { FileDrop } from '../../parts/file-drop';
import type { Job } from '../../parts/job';
import { Outcome } from '../../parts/outcome';
import { cleanText } from '../../text/clean';
import { formatCount } from '../../text/format';
import { ReportView } from '../density/report-view';
import type { OpenedBundle } from './props';
import { RowsTable } from './rows-table';
import { tableWordOf } from './words';

interface OpenedCardProps {
  job: Job<OpenedBundle, 'damaged'>;
  onOpen: (file: File) => void;
  onLook: (table: string) => void;
  onFigures: () => void;
}

/** An export opened again: only to be looked at, nothing of it is kept. */
export function OpenedCard({ job, onOpen, ...ways }: OpenedCardProps) {
  const figures = job.state === 'done' ? job.result.figures : undefined;
  return (
    <>
      <Card id="opened" title={i18n.t('research.open')} hint={i18n.t('research.openHint')}>
        <FileDrop
          accept=".zip"
          choose={i18n.t('research.chooseBundle')}
          drop={i18n.t('research.drop')}
          onFiles={([file]) => file && onOpen(file)}
        />
        <p class="card__text" role="status">
          {job.state === 'running' ? i18n.t('research.reading') : ''}
        </p>
        {job.state === 'failed' && <Outcome tone="alarm">{i18n.t('research.damaged')}</Outcome>}
        {job.state === 'done' && <Opened bundle={job.result} {...ways} />}
      </Card>
      {figures && <ReportView report={figures.report} />}
    </>
  );
}

function Opened({
  bundle,
  onLook,
  onFigures,
}: { bundle: OpenedBundle } & Pick<OpenedCardProps, 'onLook' | 'onFigures'>) {
  const { name, study, tier, created, files, missing, changed, shown, figures } = bundle;
  return (
    <div class="preview">
      <p class="preview__name">
        <bdi>{cleanText(name, 80)}</bdi>
      </p>
      <p class="soft">{cleanText([study, tier, created].filter(Boolean).join(' · '))}</p>
      <Whole missing={missing} changed={changed} />
      <ul class="hits" role="list">
        {summed(files).map(([table, rows]) => (
          <li class="hit" key={table}>
            <span class="hit__words">
              <span class="hit__name">{tableWordOf(table)}</span>
              <span class="soft">{i18n.t('research.rows', rows, [formatCount(rows)])}</span>
            </span>
            <button
              type="button"
              class="button"
              aria-label={i18n.t('research.lookAt', [tableWordOf(table)])}
              onClick={() => onLook(table)}
            >
              {i18n.t('research.look')}
            </button>
          </li>
        ))}
      </ul>
      <div class="ways">
        <button type="button" class="button button--save" onClick={onFigures}>
          {i18n.t('research.figures')}
        </button>
      </div>
      {figures && figures.leftOut + figures.repeated > 0 && (
        <Outcome tone="warn">
          {i18n.t('research.leftOutRows', [formatCount(figures.leftOut), formatCount(figures.repeated)])}
        </Outcome>
      )}
      {shown && <RowsTable shown={shown} />}
    </div>
  );
}

/** Whether every file that was written is there, and as it was. */
function Whole({ missing, changed }: Pick<OpenedBundle, 'missing' | 'changed'>) {
  const named = (paths: readonly string[]) => paths.map((path) => cleanText(path)).join(' ');
  if (missing.length + changed.length === 0) return <Outcome tone="well">{i18n.t('research.asWritten')}</Outcome>;
  return (
    <>
      {missing.length > 0 && (
        <Outcome tone="alarm">
          {i18n.t('research.missing', missing.length, [formatCount(missing.length), named(missing)])}
        </Outcome>
      )}
      {changed.length > 0 && <Outcome tone="alarm">{i18n.t('research.changed', [named(changed)])}</Outcome>}
    </>
  );
}

/** A table of many months has many files. */
function summed(files: OpenedBundle['files']): [string, number][] {
  const tables = new Map<string, number>();
  for (const { table, rows } of files) tables.set(table, (tables.get(table) ?? 0) + rows);
  return [...tables];
}
