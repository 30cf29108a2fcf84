/**
 * Spreadsheets take a cell that begins like this for a formula (CWE-1236), also behind spaces and a byte order mark and in
 * full width. Quotes alone do not help: what stands in a note would run on a researcher's machine. Apostrophes that are
 * there already are passed over, so that what is put before them can be told from them and be taken away again.
 */
const formula = /^[\s\0']*[=+\-@＝＋－＠]|^'*[\t\r\n\0]/;

/**
 * Where the system's list separator is a semicolon, or somebody chooses a tab, a comma ends no cell and quotes behind one
 * begin none: what follows such a sign, or the end of a line, is then a cell of its own.
 */
const ends = /[;\t\r\n]/g;
const guardedEnds = /([;\t\r\n])'/g;

/** What may stand before a formula. */
const before = /[;\s\0'"]+/g;
const signs = new Set('=+-@＝＋－＠');

function beforeFormulas(text: string, change: (run: string) => string): string {
  return text.replace(before, (run: string, at: number) =>
    signs.has(text[at + run.length] ?? '') ? change(run) : run,
  );
}

/** Text as a cell of a CSV file (RFC 4180): always in quotes, so that long ids and line breaks stay what they are. */
export function csvText(text: string): string {
  const inside = beforeFormulas(text, (run) => run.replace(ends, "$&'"));
  const safe = formula.test(inside) ? `'${inside}` : inside;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** The text as it was, where apostrophes keep a spreadsheet from running it. */
export function unguarded(text: string): string {
  const inside = text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;
  return beforeFormulas(inside, (run) => run.replace(guardedEnds, '$1'));
}
