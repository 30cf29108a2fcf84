/**
 * Spreadsheets take a cell that begins like this for a formula (CWE-1236), also behind spaces and a byte order mark and in
 * full width. Quotes alone do not help: what stands in a note would run on a researcher's machine.
 */
const formula = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/;

/** Text as a cell of a CSV file (RFC 4180): always in quotes, so that long ids and line breaks stay what they are. */
export function csvText(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** The text as it was, where an apostrophe keeps a spreadsheet from running it. */
export function unguarded(text: string): string {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;
}
