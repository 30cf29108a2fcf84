/** About how wide a text is at the size of a drawing's names, in px: full-width letters are twice the others. */
export function textWidth(text: string): number {
  return [...text].reduce((width, letter) => width + (letter > '\u2e7f' ? 13 : 7.2), 0);
}
