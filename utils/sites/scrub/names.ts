import type { StandIns } from './stand-ins';

const hexForm = /^[0-9a-f]{24}$/i;
const segment = /[\p{L}\p{N}\p{M}]+/gu;
/** `noteItem`, `URLPart`, each word with the capitals it has. */
const camel = /(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/;
const plainSegment = /^([a-z]+)(\d{0,2})$/i;

/** Words are known by their letters alone, whatever the case: another word has another stand-in of the same case. */
function scrubSegment(text: string, standIns: StandIns): string {
  if (hexForm.test(text) || /^\d{5,}$/.test(text)) return standIns.ids(text);
  if (/^\d{1,2}$/.test(text)) return text;
  const [, letters, digits = ''] = plainSegment.exec(text) ?? [];
  if (letters === undefined) return standIns.word(text);
  // One letter says nothing, several of them in a row may be a code.
  if (letters.length === 1 || standIns.isPlain(letters)) return text;
  const words = letters.split(camel);
  const isCode = words.some((word) => word.length === 1);
  return isCode ? standIns.word(text) : words.map((word) => scrubWord(word, standIns)).join('') + digits;
}

function scrubWord(word: string, standIns: StandIns): string {
  if (standIns.isPlain(word)) return word;
  const made = standIns.word(word.toLowerCase());
  if (word === word.toUpperCase()) return made.toUpperCase();
  return /^[A-Z]/.test(word) ? made.charAt(0).toUpperCase() + made.slice(1) : made;
}

/** A name on the page, of an element, a class, a key: of its words those that are nobody's stay. */
export function scrubName(text: string, standIns: StandIns): string {
  return text.replace(segment, (part) => scrubSegment(part, standIns)).replace(/[^\x20-\x7e某]/gu, '某');
}
