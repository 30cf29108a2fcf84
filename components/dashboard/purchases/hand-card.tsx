import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import { readYuan } from '@/utils/core/money';
import { Card } from '../../parts/card';
import { Outcome } from '../../parts/outcome';
import { cleanText, isolate } from '../../text/clean';
import { useTools } from '../../tools';
import { DayInput, Field, TextInput } from './hand-field';
import { HandList } from './hand-list';
import type { HandActions, HandDraft, HandEntry, HandView } from './hand-props';

interface HandCardProps extends HandActions {
  hand: HandView;
}

interface Form {
  platform: string;
  title: string;
  price: string;
  day: string;
  draft?: HandDraft;
  /** Another one for each entry: what was pasted goes with it. */
  turn: number;
}

const empty = (day: string, turn = 0): Form => ({ platform: '', title: '', price: '', day, turn });

/** What was bought in an app, or where no page and no bill tells of it: written down, or pasted. */
export function HandCard({ hand, onPaste, onNote, onUndo }: HandCardProps) {
  const [form, setForm] = useState(empty(hand.today));
  const entry = entryOf(form);
  const change = (part: Partial<Form>) => setForm((old) => ({ ...old, ...part }));
  const onText = (text: string) => void onPaste(text).then((draft) => draft && setForm((old) => filled(old, draft)));
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!entry) return;
    onNote(entry);
    setForm(empty(hand.today, form.turn + 1));
  };
  return (
    <Card id="hand" title={i18n.t('hand.title')} hint={i18n.t('hand.hint')}>
      <Paste key={form.turn} onText={onText} draft={form.draft} />
      <form class="fields" onSubmit={onSubmit}>
        <Platforms platforms={hand.platforms} value={form.platform} onValue={(platform) => change({ platform })} />
        <Field label={i18n.t('hand.what')}>
          <TextInput value={form.title} onValue={(title) => change({ title })} />
        </Field>
        <Field label={i18n.t('hand.price')} wrong={wrongIn(form.price)}>
          <TextInput value={form.price} inputMode="decimal" onValue={(price) => change({ price })} />
        </Field>
        <Field label={i18n.t('hand.day')}>
          <DayInput value={form.day} max={hand.today} onValue={(day) => change({ day })} />
        </Field>
        <button type="submit" class="button button--save" disabled={!entry}>
          {i18n.t('hand.note')}
        </button>
      </form>
      <End end={hand.end} />
      <HandList orders={hand.orders} onUndo={onUndo} />
    </Card>
  );
}

function wrongIn(price: string): string | undefined {
  return typeof readYuan(price.trim()) === 'string' ? i18n.t('hand.priceWrong') : undefined;
}

function End({ end }: { end: HandView['end'] | undefined }) {
  if (end === undefined) return <Outcome tone="plain" />;
  if (end === 'failed') return <Outcome tone="alarm">{i18n.t('toast.failed')}</Outcome>;
  return <Outcome tone="well">{end === 'noted' ? i18n.t('hand.noted') : i18n.t('hand.undone')}</Outcome>;
}

/** Reads as soon as something is pasted; what it says stands in the fields, where it can be put right. */
function Paste({ onText, draft }: { onText: (text: string) => void; draft: HandDraft | undefined }) {
  return (
    <div class="paste">
      <label class="field">
        <span class="field__label">{i18n.t('hand.paste')}</span>
        <textarea
          class="field__input paste__text"
          rows={2}
          maxLength={4_000}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
        />
      </label>
      <p class="soft" role="status">
        {draft && draftText(draft)}
      </p>
    </div>
  );
}

function draftText({ itemKey, note }: HandDraft): string {
  if (note !== undefined)
    return i18n.t('hand.known', [isolate(cleanText(note, 60)) || i18n.t('items.fromUntitledNote')]);
  return itemKey === undefined ? i18n.t('hand.named') : i18n.t('hand.unknown');
}

interface PlatformsProps {
  platforms: readonly string[];
  value: string;
  onValue: (platform: string) => void;
}

function Platforms({ platforms, value, onValue }: PlatformsProps) {
  const { platformName } = useTools();
  return (
    <label class="field">
      <span class="field__label">{i18n.t('hand.where')}</span>
      <select class="field__input" value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
        <option value="">{i18n.t('hand.choose')}</option>
        {platforms.map((id) => (
          <option key={id} value={id}>
            {platformName(id)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What was typed goes before what is pasted, but for a thing of another shop. */
function filled(form: Form, draft: HandDraft): Form {
  return { ...form, draft, platform: draft.platform ?? form.platform, title: draft.title || form.title };
}

/** @returns undefined until there is a shop, a name, a day, and a price or none */
function entryOf({ platform, title, price, day, draft }: Form): HandEntry | undefined {
  const fen = readYuan(price.trim());
  const isWhole = platform !== '' && title.trim() !== '' && /^\d{4}-\d{2}-\d{2}$/u.test(day);
  if (!isWhole || typeof fen === 'string') return undefined;
  const itemKey = draft?.platform === platform ? draft.itemKey : undefined;
  return {
    platform,
    title: title.trim(),
    day,
    ...(itemKey !== undefined && { itemKey }),
    ...(fen !== undefined && { orderPaidFen: fen }),
  };
}
