import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import { formatDate } from '../../text/measures';
import type { EraseActions } from './erase-props';

/** From a day to a day, both included, by the person's own calendar. */
export function EraseRange({ onChoose }: Pick<EraseActions, 'onChoose'>) {
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const range = rangeOf(first, last);
  return (
    <div class="fields">
      <DayField label={i18n.t('eraseCard.from')} value={first} onDay={setFirst} />
      <DayField label={i18n.t('eraseCard.to')} value={last} onDay={setLast} />
      <button
        type="button"
        class="button button--danger"
        disabled={!range}
        onClick={() => range && onChoose({ what: { kind: 'range', ...range }, name: spanText(range) })}
      >
        {i18n.t('eraseCard.erase')}
      </button>
    </div>
  );
}

function DayField({ label, value, onDay }: { label: string; value: string; onDay: (day: string) => void }) {
  return (
    <label class="field">
      <span class="field__label">{label}</span>
      <input
        class="field__input"
        type="date"
        value={value}
        onInput={({ currentTarget }) => onDay(currentTarget.value)}
      />
    </label>
  );
}

function spanText({ from, to }: { from: number; to: number }): string {
  const [first, last] = [formatDate(from), formatDate(to - 1)];
  return first === last ? first : i18n.t('eraseCard.span', [first, last]);
}

/** @returns undefined until both days are there, the later one last */
function rangeOf(first: string, last: string): { from: number; to: number } | undefined {
  const from = startOf(first, 0);
  const to = startOf(last, 1);
  return from < to ? { from, to } : undefined; // what is no day is not a number, and less than nothing
}

/** Midnight by the person's clock; the day after a day may be 23 or 25 hours away. */
function startOf(day: string, daysLater: number): number {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number);
  return new Date(year, month - 1, date + daysLater).getTime();
}
