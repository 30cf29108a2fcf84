import { i18n } from '@/utils/i18n';

interface JobProgressProps {
  /** What is under way, for those who do not see the bar. */
  label: string;
  /** How far it is, in numbers. */
  text: string;
  done: number;
  total?: number | undefined;
  /** Absent where it cannot be stopped half way. */
  onStop?: () => void;
}

/** Long work under way: numbers first, the bar only repeats them. The numbers are not announced, they would never end. */
export function JobProgress({ label, text, done, total, onStop }: JobProgressProps) {
  const bar = total === undefined ? {} : { max: Math.max(1, total), value: Math.min(done, total) };
  return (
    <div class="job">
      <div class="job__line">
        <span>{text}</span>
        {onStop && (
          <button type="button" class="button" onClick={onStop}>
            {i18n.t('actions.stop')}
          </button>
        )}
      </div>
      <progress class="job__bar" aria-label={label} {...bar} />
    </div>
  );
}
