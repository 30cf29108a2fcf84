import { i18n } from '@/utils/i18n';
import { PlatformChip } from '../../parts/platform-chip';
import { cleanText, isolate } from '../../text/clean';
import { formatCount } from '../../text/format';
import type { Choice, LineFacts, MatchActions, Supposed } from './match-props';
import { factsText, methodWord, sourceWord } from './match-words';

interface SupposedRowProps extends Pick<MatchActions, 'onSay'> {
  supposed: Supposed;
}

/** One order line, and what it may be of. */
export function SupposedRow({ supposed: { line, choices }, onSay }: SupposedRowProps) {
  return (
    <li class="pair">
      <LineHead line={line} />
      <ul class="guesses" role="list" aria-label={i18n.t('matching.choices')}>
        {choices.map((choice) => (
          <ChoiceRow key={choice.item ?? choice.other} choice={choice} onSay={(word) => onSay(line, choice, word)} />
        ))}
      </ul>
    </li>
  );
}

export function LineHead({ line }: { line: LineFacts }) {
  const title = cleanText(line.title);
  const sources = line.sources.map((source) => sourceWord[source]()).join(i18n.t('matching.and'));
  return (
    <div class="pair__line">
      <h3 class={title ? 'row__title' : 'row__title row__title--unknown'}>
        <PlatformChip platform={line.platform} />
        <bdi>{title || i18n.t('orders.untitled')}</bdi>
      </h3>
      <p class="soft">
        {[factsText({ shop: line.shop, fen: line.paidFen, at: line.at }), sources].filter(Boolean).join(' · ')}
      </p>
    </div>
  );
}

function ChoiceRow({ choice, onSay }: { choice: Choice; onSay: (word: 'same' | 'different') => void }) {
  const title = cleanText(choice.title) || i18n.t('orders.untitled');
  return (
    <li class="guess">
      <div class="guess__what">
        <p class="guess__title">
          <bdi>{title}</bdi>
        </p>
        <p class="soft">{originText(choice)}</p>
        <p class="guess__why">{whyText(choice)}</p>
      </div>
      <div class="guess__ways">
        <button
          type="button"
          class="button button--save"
          aria-label={i18n.t('matching.sameName', [isolate(title)])}
          onClick={() => onSay('same')}
        >
          {choice.other === undefined ? i18n.t('matching.same') : i18n.t('matching.sameOrder')}
        </button>
        <button
          type="button"
          class="button"
          aria-label={i18n.t('matching.differentName', [isolate(title)])}
          onClick={() => onSay('different')}
        >
          {i18n.t('matching.different')}
        </button>
      </div>
    </li>
  );
}

function originText({ other, note, shop, priceFen, at }: Choice): string {
  const facts = factsText({ shop, fen: priceFen, at });
  const from =
    other !== undefined
      ? i18n.t('matching.otherOrder')
      : note === undefined
        ? i18n.t('items.fromUntitledNote')
        : i18n.t('items.fromNote', [isolate(cleanText(note, 60))]);
  return facts ? `${from} · ${facts}` : from;
}

export function whyText({ method, score, among }: Choice): string {
  const word = among === undefined ? methodWord[method]() : i18n.t('matching.among', [formatCount(among)]);
  return score === undefined ? word : i18n.t('matching.why', [word, String(Math.round(score * 100))]);
}
