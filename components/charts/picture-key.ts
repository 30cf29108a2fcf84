import { textWidth } from './text-width';

/** What a colour or a hatching of a picture stands for. */
export interface KeyEntry {
  name: string;
  /** As it stands on screen: a coloured box, or a small drawing. */
  mark: Element;
}

export const keyRowPx = 20;
const markPx = 14;
const gapPx = 6;
const apartPx = 16;

/** The key under a picture, as it is on screen now. */
export function readKey(picture: ParentNode): KeyEntry[] {
  return [...picture.querySelectorAll('.key__entry')].flatMap((entry) => {
    const mark = entry.firstElementChild;
    return mark ? [{ name: entry.textContent.trim(), mark }] : [];
  });
}

/** The dates that are marked in a picture, each behind its number; none where the person has put them away. */
export function readDates(picture: ParentNode): string[] {
  const lines = [...picture.querySelectorAll('.policy__list > li')];
  return lines.map((line, at) => `${String(at + 1)}. ${line.textContent.replace(/\s+/gu, ' ').trim()}`);
}

export interface LaidEntry extends KeyEntry {
  x: number;
  row: number;
  /** Where the name begins. */
  nameX: number;
}

/** Beside each other as long as there is room, then in another row. */
export function layKey(entries: readonly KeyEntry[], width: number): LaidEntry[] {
  let [x, row] = [0, 0];
  return entries.map((entry) => {
    const own = markPx + gapPx + textWidth(entry.name);
    if (x > 0 && x + own > width) [x, row] = [0, row + 1];
    const laid = { ...entry, x, row, nameX: x + markPx + gapPx };
    x += own + apartPx;
    return laid;
  });
}
