import type { GroupActions } from '@/components/dashboard/items/items-props';
import type { Noticeboard } from '@/components/popup/use-notice';
import type { ItemLine } from '@/utils/core/item-lines';
import { i18n } from '@/utils/i18n';
import type { OwnMessage } from '@/utils/messages/protocol';

type GroupMessage = Extract<OwnMessage, { type: 'group' }>;

/** Of which group each is to be, all of one after another. */
export type Regroup = (words: readonly GroupMessage[]) => Promise<boolean>;

/** What has to be said to make two items one product, with all that was joined with the other before. */
export function joinWords(lines: readonly ItemLine[], [key, other]: [string, string], newName: string): GroupMessage[] {
  const groupOf = (name: string) => lines.find((line) => line.key === name)?.group;
  const [own, its] = [groupOf(key), groupOf(other)];
  const group = own ?? its ?? newName;
  const joining = its === undefined ? [other] : lines.filter((line) => line.group === its).map((line) => line.key);
  return [...new Set([key, ...joining])]
    .filter((each) => groupOf(each) !== group)
    .map((each) => ({ type: 'group', key: each, group }));
}

/** Joins and parts items by the person's word, says so, and offers the way back. */
export function groupActions(
  lines: () => readonly ItemLine[],
  regroup: Regroup,
  tell: Noticeboard['tell'],
): GroupActions {
  const say = (words: readonly GroupMessage[], done: string) => {
    const before = words.map(({ type, key }) => ({ type, key, group: groupIn(lines(), key) }));
    tell(regroup(words), { done, undo: () => tell(regroup(before), { done: i18n.t('toast.undone') }) });
  };
  return {
    onJoin: (key, other) => say(joinWords(lines(), [key, other], crypto.randomUUID()), i18n.t('toast.joined')),
    onPart: (key) => say([{ type: 'group', key, group: '' }], i18n.t('toast.parted')),
  };
}

function groupIn(lines: readonly ItemLine[], key: string): string {
  return lines.find((line) => line.key === key)?.group ?? '';
}
