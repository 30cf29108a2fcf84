import { i18n } from '@/utils/i18n';
import type { Refusal, Refusals } from '@/utils/core/backup';
import { cleanText } from '../../text/clean';
import { formatCount } from '../../text/format';

/** So many are read by a person; the file lists the others. */
const SHOWN = 20;

const words: Record<Refusal['reason'], () => string> = {
  'too-long': () => i18n.t('refusals.tooLong'),
  'not-text': () => i18n.t('refusals.notText'),
  unknown: () => i18n.t('refusals.unknown'),
  shape: () => i18n.t('refusals.shape'),
  duplicate: () => i18n.t('refusals.duplicate'),
  list: () => i18n.t('refusals.list'),
};

/** Every row that was not taken, with its reason: what is left out is never left unsaid. */
export function RefusedList({ refused, onList }: { refused: Refusals; onList: (refused: Refusals) => void }) {
  const { count, first } = refused;
  if (count === 0) return null;
  return (
    <details class="refused">
      <summary class="refused__summary">{i18n.t('refusals.title', count, [formatCount(count)])}</summary>
      <ul class="refused__rows" role="list">
        {first.slice(0, SHOWN).map((refusal, at) => (
          <li key={at}>{rowText(refusal)}</li>
        ))}
      </ul>
      <p class="ways">
        {count > SHOWN && (
          <span class="soft">{i18n.t('refusals.more', count - SHOWN, [formatCount(count - SHOWN)])}</span>
        )}
        <button type="button" class="button" onClick={() => onList(refused)}>
          {i18n.t('refusals.download')}
        </button>
      </p>
    </details>
  );
}

function rowText({ line, reason, where }: Refusal): string {
  const why = words[reason]();
  const field = where === undefined ? why : i18n.t('refusals.field', [why, cleanText(where, 60)]);
  return line === undefined ? field : i18n.t('refusals.line', [formatCount(line), field]);
}
