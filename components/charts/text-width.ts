/** About how wide a text is at the size of a drawing's names, in px: full-width letters are twice the others. */
export function textWidth(text: string): number {
  return [...text].reduce((width, letter) => width + (letter > '\u2e7f' ? 13 : 7.2), 0);
}

/** The text in lines that fit, broken at its spaces. A word that is wider than the room stays whole. */
export function linesWithin(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && textWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
