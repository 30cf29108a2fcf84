/**
 * What looks like somebody's in a file that is kept: phones, mail, tokens, ids that are no stand-ins, pictures of theirs.
 * Stand-ins of ids begin with 65f00000 or 6a000000; those of numbers with 0, or 1 and a row of zeros.
 */
const forms: [string, RegExp][] = [
  ['phone', /\b1[3-9]\d{9}\b/g],
  ['mail', /\b\w{1,40}@\w{1,40}\.[a-z]{2,}/gi],
  ['token', /xsec_token=(?!\w*aaa|\w*AAA)\w{8,}/g],
  ['id', /\b(?!65f00000|6a000000)[0-9a-f]{24}\b/gi],
  ['number', /(?<![%\w])(?!10|0)\d{11,}\b/g],
  ['picture', /data:image\/[^"]+/g],
];

export function findPersonal(text: string): string[] {
  return forms.flatMap(([what, form]) => (text.match(form) ?? []).map((found) => `${what}: ${found}`));
}
