import type { Listed } from '../../sites/reader';

interface List {
  feed: string;
  /** Which note stands at which place. */
  notes: Map<number, string>;
}

/**
 * Names lists by the visit that showed them first. A list may be filled anew without its element being another one, as
 * when a channel is changed; then another note stands at a place that was taken.
 */
export function feedNames() {
  const lists = new WeakMap<Element, List>();
  let last = { visit: '', count: 0 };
  const nameIn = (visit: string) => {
    last = { visit, count: last.visit === visit ? last.count + 1 : 1 };
    return last.count === 1 ? visit : `${visit}:${String(last.count)}`;
  };
  return (visit: string, { list, place }: Listed, noteId = ''): string => {
    let known = lists.get(list);
    const before = place === undefined ? undefined : known?.notes.get(place);
    if (!known || (before && noteId && before !== noteId)) known = { feed: nameIn(visit), notes: new Map() };
    lists.set(list, known);
    if (place !== undefined && noteId) known.notes.set(place, noteId);
    return known.feed;
  };
}
