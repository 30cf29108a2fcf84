import type { WatchedSite } from './visit';

// `href` alone: links whose target is patched. A filter never lets an attribute with a namespace through.
const watched = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['href'] };

/**
 * Follows the changes of a page. A text that changes in its place, as clocks of players do all the time, is told to who
 * remembers texts and to nobody else.
 * @param onChange is given what else has changed
 * @returns ends it
 */
export function followChanges(
  { document }: Window,
  { noteChanges }: Pick<WatchedSite, 'noteChanges'>,
  onChange: (records: readonly MutationRecord[]) => void,
): () => void {
  const observer = new MutationObserver((records) => {
    noteChanges(document, records);
    const others = records.filter(({ type }) => type !== 'characterData');
    if (others.length > 0) onChange(others);
  });
  noteChanges(document, []);
  observer.observe(document, watched);
  return () => observer.disconnect();
}
