/** More than these nobody looks through, and each costs an element. */
export const mostMatches = 500;

/** A text cut at what is looked for: every second part is a match. */
export function cutAtMatches(text: string, wanted: string): string[] {
  const needle = wanted.toLowerCase();
  const plain = text.toLowerCase();
  // A letter whose small form is longer would shift all places behind it.
  if (needle === '' || plain.length !== text.length) return [text];
  const parts: string[] = [];
  let from = 0;
  let at = plain.indexOf(needle);
  while (at >= 0 && parts.length < 2 * mostMatches) {
    const end = at + needle.length;
    parts.push(text.slice(from, at), text.slice(at, end));
    from = end;
    at = plain.indexOf(needle, from);
  }
  return [...parts, text.slice(from)];
}

/** Whether there are more than were cut. */
export function isCutShort(parts: readonly string[], wanted: string): boolean {
  return parts.length > 2 * mostMatches && (parts.at(-1) ?? '').toLowerCase().includes(wanted.toLowerCase());
}
