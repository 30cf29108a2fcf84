import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import { type ItemRow, tagsOf } from '@/utils/core/rows';
import { Icon } from '../parts/icon';
import { cleanText, isolate } from '../text/clean';
import { type ItemWord, useTools } from '../tools';

const DAY_MS = 86_400_000;
const days = [3, 7, 30];
const mostDays = 365;

/** The button that opens what can be written down about an item; absent where nothing can be. */
export function MoreButton({ isOpen, panel, onPress }: { isOpen: boolean; panel: string; onPress: () => void }) {
  const word = i18n.t('more.open');
  return (
    <button
      type="button"
      class="icon-button icon-button--small"
      aria-label={word}
      title={word}
      aria-expanded={isOpen}
      aria-controls={isOpen ? panel : undefined}
      onClick={onPress}
    >
      <Icon name="dots" />
    </button>
  );
}

/** When to ask again, tags and a note. Only a press writes: what is being typed is nobody's business yet. */
export function MorePanel({ id, item }: { id: string; item: ItemRow }) {
  const { onWord } = useTools();
  if (!onWord) return null;
  const say = (word: ItemWord) => onWord(word, item);
  return (
    <div class="jot" id={id} role="group" aria-label={i18n.t('more.title')}>
      <Cool item={item} say={say} />
      <Tags item={item} say={say} />
      <Remark key={item.remark?.at} item={item} say={say} />
      <LeaveOut item={item} />
    </div>
  );
}

interface PartProps {
  item: ItemRow;
  say: (word: ItemWord) => void;
}

function Cool({ item, say }: PartProps) {
  const { now } = useTools();
  const [own, setOwn] = useState('14');
  const number = Number(own);
  const isFit = Number.isInteger(number) && number >= 1 && number <= mostDays;
  const ask = (count: number) => say({ word: 'cool', until: now + count * DAY_MS });
  return (
    <div class="jot__part">
      <span class="jot__label">{i18n.t('cool.label')}</span>
      {days.map((count) => (
        <button key={count} type="button" class="button" onClick={() => ask(count)}>
          {i18n.t('cool.days', count)}
        </button>
      ))}
      <input
        class="field__input jot__days"
        type="number"
        min={1}
        max={mostDays}
        aria-label={i18n.t('cool.own')}
        value={own}
        onInput={({ currentTarget }) => setOwn(currentTarget.value)}
      />
      <button type="button" class="button" disabled={!isFit} onClick={() => ask(number)}>
        {i18n.t('cool.ask')}
      </button>
      {!!item.cool?.until && (
        <button type="button" class="button button--plain" onClick={() => say({ word: 'cool', until: 0 })}>
          {i18n.t('cool.stop')}
        </button>
      )}
    </div>
  );
}

function Tags({ item, say }: PartProps) {
  const [name, setName] = useState('');
  const tag = name.trim();
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!tag) return;
    say({ word: 'tag', tag, on: true });
    setName('');
  };
  return (
    <form class="jot__part" onSubmit={onSubmit}>
      <span class="jot__label">{i18n.t('tags.label')}</span>
      {tagsOf(item).map((each) => (
        <button
          key={each}
          type="button"
          class="button jot__tag"
          aria-label={i18n.t('tags.remove', [isolate(cleanText(each, 40))])}
          onClick={() => say({ word: 'tag', tag: each, on: false })}
        >
          <bdi>{cleanText(each, 40)}</bdi>
          <Icon name="close" />
        </button>
      ))}
      <input
        class="field__input jot__name"
        maxLength={40}
        aria-label={i18n.t('tags.name')}
        value={name}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <button type="submit" class="button" disabled={!tag}>
        {i18n.t('tags.add')}
      </button>
    </form>
  );
}

function Remark({ item, say }: PartProps) {
  const before = item.remark?.text ?? '';
  const [text, setText] = useState(before);
  return (
    <div class="jot__part">
      <span class="jot__label">{i18n.t('remark.label')}</span>
      <textarea
        aria-label={i18n.t('remark.label')}
        class="field__input jot__remark"
        rows={2}
        maxLength={2000}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <button
        type="button"
        class="button"
        disabled={text === before}
        onClick={() => say({ word: 'remark', text: text.trim() })}
      >
        {i18n.t('remark.save')}
      </button>
    </div>
  );
}

/** Where the wish came from need not be recorded any longer; the item itself stays. */
function LeaveOut({ item: { note } }: Pick<PartProps, 'item'>) {
  const { onLeaveOut } = useTools();
  if (!note || !onLeaveOut) return null;
  return (
    <div class="jot__part">
      <span class="jot__label">{i18n.t('leaveOut.label')}</span>
      <button type="button" class="button" onClick={() => onLeaveOut('note', note)}>
        {i18n.t('leaveOut.leaveNote')}
      </button>
      <button type="button" class="button" onClick={() => onLeaveOut('author', note)}>
        {i18n.t('leaveOut.leaveAuthor')}
      </button>
    </div>
  );
}
