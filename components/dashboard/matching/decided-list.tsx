import { i18n } from '@/utils/i18n';
import { Card } from '../../parts/card';
import { cleanText, isolate } from '../../text/clean';
import { formatDate } from '../../text/measures';
import type { Decided, MatchActions } from './match-props';
import { LineHead, whyText } from './supposed-row';

interface DecidedListProps extends Pick<MatchActions, 'onUndo'> {
  decided: Decided[];
}

/** What the person has said before: it stands until it is taken back here. */
export function DecidedList({ decided, onUndo }: DecidedListProps) {
  return (
    <Card id="decided" title={i18n.t('matching.decided')} hint={i18n.t('matching.decidedHint')}>
      <ul class="pairs" role="list">
        {decided.map((each) => (
          <DecidedRow
            key={`${each.line.key} ${each.choice.item ?? each.choice.other ?? ''}`}
            decided={each}
            onUndo={onUndo}
          />
        ))}
      </ul>
    </Card>
  );
}

function DecidedRow({ decided, onUndo }: { decided: Decided; onUndo: MatchActions['onUndo'] }) {
  const { line, choice, word, saidAt } = decided;
  const title = isolate(cleanText(choice.title, 60) || i18n.t('orders.untitled'));
  return (
    <li class="pair">
      <LineHead line={line} />
      <div class="guess guess--decided">
        <div class="guess__what">
          <p>{word === 'same' ? i18n.t('matching.isSame', [title]) : i18n.t('matching.isDifferent', [title])}</p>
          <p class="guess__why">{`${whyText(choice)} · ${formatDate(saidAt)}`}</p>
        </div>
        <button
          type="button"
          class="button"
          aria-label={i18n.t('matching.undoName', [title])}
          onClick={() => onUndo(decided)}
        >
          {i18n.t('actions.undo')}
        </button>
      </div>
    </li>
  );
}
