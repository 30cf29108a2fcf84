import { i18n } from '@/utils/i18n';
import { dropReasonOf, type ItemRow } from '@/utils/core/rows';
import { cleanText, isolate } from '../text/clean';
import { formatDay } from '../text/format';
import { dropReasonWord } from '../text/drop-words';
import type { ItemWord } from '../tools';
import type { PopupActions } from './props';
import type { Noticeboard } from './use-notice';

type Actions = Pick<PopupActions, 'cool' | 'tag' | 'remark' | 'why'>;

function store(actions: Actions, { key }: ItemRow, word: ItemWord): Promise<boolean> {
  switch (word.word) {
    case 'cool':
      return actions.cool(key, word.until);
    case 'tag':
      return actions.tag(key, word.tag, word.on);
    case 'remark':
      return actions.remark(key, word.text);
    case 'why':
      return actions.why(key, word.why);
  }
}

function saying(word: ItemWord, now: number): string {
  switch (word.word) {
    case 'cool':
      return word.until > 0 ? i18n.t('toast.cooled', [formatDay(word.until, now)]) : i18n.t('toast.uncooled');
    case 'tag': {
      const tag = isolate(cleanText(word.tag, 40));
      return word.on ? i18n.t('toast.tagged', [tag]) : i18n.t('toast.untagged', [tag]);
    }
    case 'remark':
      return word.text ? i18n.t('toast.remarked') : i18n.t('toast.unremarked');
    case 'why':
      return word.why ? i18n.t('toast.whySaid', [dropReasonWord[word.why]()]) : i18n.t('toast.whyUnsaid');
  }
}

/** The word that takes this one back. */
function wayBack(word: ItemWord, item: ItemRow): ItemWord {
  switch (word.word) {
    case 'cool':
      return { word: 'cool', until: item.cool?.until ?? 0 };
    case 'tag':
      return { ...word, on: !word.on };
    case 'remark':
      return { word: 'remark', text: item.remark?.text ?? '' };
    case 'why':
      return { word: 'why', why: dropReasonOf(item) ?? '' };
  }
}

/** Writes down what the person says of an item, and offers its way back. */
export function sayWord(actions: Actions, { tell, now }: Pick<Noticeboard, 'tell'> & { now: number }) {
  return (word: ItemWord, item: ItemRow): void => {
    const back = wayBack(word, item);
    const undo = () => tell(store(actions, item, back), { done: i18n.t('toast.undone') });
    tell(store(actions, item, word), { done: saying(word, now), undo });
  };
}
