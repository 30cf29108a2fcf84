import { i18n } from '@/utils/i18n';
import { Card } from '../../parts/card';
import type { Job } from '../../parts/job';
import { JobProgress } from '../../parts/job-progress';
import { Outcome } from '../../parts/outcome';
import { formatCount } from '../../text/format';
import { type CheckFindings, findingLines } from './findings';

export interface RepairDone {
  /** Rows of lists that were put right. */
  changed: number;
  /** Rows that nobody can read, put aside. */
  quarantined: number;
}

export interface CheckView {
  check: Job<CheckFindings>;
  repair: Job<RepairDone>;
}

export interface CheckActions {
  onCheck: () => void;
  onStop: () => void;
  onRepair: () => void;
  onStopRepair: () => void;
}

type CheckCardProps = CheckActions & CheckView & { closed: boolean };

/** Makes every list again beside the stored one and compares; only what the person then wants mended is mended. */
export function CheckCard({ check, repair, closed, onCheck, onStop, onRepair, onStopRepair }: CheckCardProps) {
  const busy = check.state === 'running' || repair.state === 'running';
  return (
    <Card id="check" title={i18n.t('check.title')} hint={i18n.t('check.hint')}>
      {check.state === 'running' && (
        <JobProgress {...check} label={i18n.t('check.running')} text={progressText(check)} onStop={onStop} />
      )}
      {repair.state === 'running' && (
        <JobProgress {...repair} label={i18n.t('check.repairing')} text={repairText(repair)} onStop={onStopRepair} />
      )}
      {!busy && (
        <button type="button" class="button" disabled={closed} onClick={onCheck}>
          {i18n.t('check.start')}
        </button>
      )}
      <CheckEnd check={check} repair={repair} onRepair={onRepair} />
    </Card>
  );
}

function progressText({ done, total }: Extract<Job<unknown>, { state: 'running' }>): string {
  return i18n.t('check.progress', [formatCount(done), formatCount(total ?? done)]);
}

function repairText({ done, total }: Extract<Job<unknown>, { state: 'running' }>): string {
  if (total === undefined) return i18n.t('check.repairing');
  return i18n.t('check.repairProgress', [formatCount(done), formatCount(total)]);
}

function CheckEnd({ check, repair, onRepair }: CheckView & Pick<CheckActions, 'onRepair'>) {
  if (repair.state === 'done') return <Outcome tone="well">{repairedText(repair.result)}</Outcome>;
  if (repair.state === 'failed') return <Outcome tone="alarm">{i18n.t('check.repairFailed')}</Outcome>;
  if (repair.state === 'stopped') return <Outcome tone="plain">{i18n.t('restore.readingStopped')}</Outcome>;
  if (check.state === 'failed') return <Outcome tone="alarm">{i18n.t('check.failed')}</Outcome>;
  if (check.state === 'stopped') return <Outcome tone="plain">{i18n.t('restore.readingStopped')}</Outcome>;
  if (check.state !== 'done' || repair.state === 'running') return <Outcome tone="plain" />;
  return <Found findings={check.result} onRepair={onRepair} />;
}

function Found({ findings, onRepair }: { findings: CheckFindings } & Pick<CheckActions, 'onRepair'>) {
  const lines = findingLines(findings);
  const rows = i18n.t('check.compared', findings.rows, [formatCount(findings.rows)]);
  if (lines.length === 0)
    return (
      <Outcome tone="well">
        {rows} {i18n.t('check.sound')}
      </Outcome>
    );
  return (
    <Outcome tone="warn">
      <p>{rows}</p>
      <ul class="findings" role="list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{i18n.t('check.repairHint')}</p>
      <p class="ways">
        <button type="button" class="button button--save" onClick={onRepair}>
          {i18n.t('check.repair')}
        </button>
      </p>
    </Outcome>
  );
}

function repairedText({ changed, quarantined }: RepairDone): string {
  if (changed + quarantined === 0) return i18n.t('check.nothingToRepair');
  return i18n.t('check.repaired', [formatCount(changed), formatCount(quarantined)]);
}
