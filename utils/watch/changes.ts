import type { WatchedSite } from './visit';

/**
 * Follows the changes of a page. A text that changes in its place, as clocks of players do all the time, is told to who
 * remembers texts and to nobody else.
 * @param onChange is given what else has changed
 * @returns ends it
 */
export function followChanges(
  { document }: Window,
  { noteChanges, cardId }: Pick<WatchedSite, 'noteChanges' | 'cardId'>,
  onChange: (records: readonly MutationRecord[]) => void,
): () => void {
  const observer = new MutationObserver((records) => {
    noteChanges(document, records);
    const others = records.filter(({ type }) => type !== 'characterData');
    if (others.length > 0) onChange(others);
  });
  noteChanges(document, []);
  // Links whose target is patched, cards that become others. A filter lets no attribute with a namespace through.
  const attributeFilter = ['href', cardId];
  observer.observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter,
  });
  return () => observer.disconnect();
}
