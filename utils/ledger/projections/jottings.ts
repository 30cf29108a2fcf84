import type { GroupEvent, RemarkEvent, TagEvent, WhyEvent } from '../../core/events';
import type { ItemRow, TagRow } from '../../core/rows';
import { isOutdated, type Timed } from './late';

/** By name, so that the order in which words came in says nothing. */
function inOrder(tags: TagRow[]): TagRow[] {
  return tags.sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function withTag(row: ItemRow, event: Timed<TagEvent>): ItemRow {
  const { tags = [] } = row;
  const before = tags.find(({ name }) => name === event.tag);
  if (isOutdated(event, before?.at)) return row;
  const others = tags.filter((tag) => tag !== before);
  return { ...row, tags: inOrder([...others, { name: event.tag, on: event.on, at: event.at }]) };
}

export function withRemark(row: ItemRow, event: Timed<RemarkEvent>): ItemRow {
  return isOutdated(event, row.remark?.at) ? row : { ...row, remark: { text: event.text, at: event.at } };
}

export function withGroup(row: ItemRow, event: Timed<GroupEvent>): ItemRow {
  return isOutdated(event, row.group?.at) ? row : { ...row, group: { name: event.group, at: event.at } };
}

export function withWhy(row: ItemRow, event: Timed<WhyEvent>): ItemRow {
  return isOutdated(event, row.why?.at) ? row : { ...row, why: { as: event.why, at: event.at } };
}

/** What was written of a link and of the item that it turned out to be: the last word on each. */
export function mergeJottings(known: ItemRow, opaque: ItemRow): Pick<ItemRow, 'tags' | 'remark' | 'group'> {
  const tags = new Map<string, TagRow>();
  for (const tag of [...(known.tags ?? []), ...(opaque.tags ?? [])]) {
    if ((tags.get(tag.name)?.at ?? -1) < tag.at) tags.set(tag.name, tag);
  }
  const remark = lastOf(known.remark, opaque.remark);
  const group = lastOf(known.group, opaque.group);
  return {
    ...(tags.size > 0 && { tags: inOrder([...tags.values()]) }),
    ...(remark && { remark }),
    ...(group && { group }),
  };
}

function lastOf<T extends { at: number }>(first: T | undefined, second: T | undefined): T | undefined {
  return (first?.at ?? -1) >= (second?.at ?? -1) ? first : second;
}
