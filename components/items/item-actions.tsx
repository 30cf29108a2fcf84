import { i18n } from '@/utils/i18n';
import { dropReasonOf, type ItemRow } from '@/utils/core/rows';
import { Icon } from '../parts/icon';
import { hostOf, leadsOn } from '../text/host';
import { type Deed, useTools } from '../tools';
import { WhySelect } from './why-select';

const words: Record<Deed, () => string> = {
  save: () => i18n.t('actions.save'),
  unsave: () => i18n.t('actions.unsave'),
  bought: () => i18n.t('actions.bought'),
  drop: () => i18n.t('actions.drop'),
  undo: () => i18n.t('actions.undo'),
};

/** What can be done with an item where it stands now. */
function deedsFor(item: ItemRow): Deed[] {
  if (item.mark) return ['undo'];
  if (item.purchasedAt !== undefined) return [];
  return item.savedAt === undefined ? ['bought', 'save'] : ['bought', 'drop', 'unsave'];
}

export function ItemActions({ item }: { item: ItemRow }) {
  const { onDeed, onWord } = useTools();
  return (
    <div class="actions">
      {item.state === 'dropped' && onWord && (
        <WhySelect reason={dropReasonOf(item)} onReason={(why) => onWord({ word: 'why', why }, item)} />
      )}
      {deedsFor(item).map((deed) => (
        <DeedButton key={deed} deed={deed} onDeed={() => onDeed(deed, item.key)} />
      ))}
    </div>
  );
}

function DeedButton({ deed, onDeed }: { deed: Deed; onDeed: () => void }) {
  const word = words[deed]();
  // A filled sprout says saved, and a press takes it back; the word would not fit beside the others.
  if (deed !== 'unsave')
    return (
      <button type="button" class={`button button--${deed}`} onClick={onDeed}>
        {word}
      </button>
    );
  return (
    <button type="button" class="icon-button saved" aria-label={word} title={word} onClick={onDeed}>
      <Icon name="sprout" />
    </button>
  );
}

/** Opens the shop; the host is on the button, so that nobody is sent somewhere unseen, and whether it is not the last. */
export function OpenButton({ item }: { item: Pick<ItemRow, 'key' | 'kind' | 'url'> }) {
  const { url } = item;
  const { onOpen } = useTools();
  const host = hostOf(url)?.replace(/^www\./, ''); // room for what tells hosts apart
  if (!url || !host) return null;
  const name = leadsOn(item) ? i18n.t('actions.openOn', [host]) : i18n.t('actions.open', [host]);
  return (
    <button type="button" class="open" aria-label={name} onClick={() => onOpen(url)}>
      <span class="open__host">{host}</span>
      <Icon name="out" />
    </button>
  );
}
