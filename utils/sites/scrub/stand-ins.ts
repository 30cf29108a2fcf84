/** Stand-ins of the same shape: the same original always gives the same one, and none says anything of its original. */
export interface StandIns {
  /** Any word: lower case, capitals, digits and other letters each stay what they are. */
  word: (original: string) => string;
  /** Every id and long number in a text, the rest as it is. */
  ids: (text: string) => string;
  /** A word that is nobody's, in whatever case. */
  isPlain: (word: string) => boolean;
}

/** What no stand-in may look like: it would be read as something. */
interface Known {
  words: ReadonlySet<string>;
  isTaken: (text: string) => boolean;
}

const noteForm = /^[0-9a-f]{8}0{8}/i;
/** What tells goods and shops from notes stands here. */
const [markStart, markEnd] = [14, 18];
const marks = ['0001', '0015'];
/** Ids of notes, persons, goods and shops; times, phones, items. */
const idForms = /(?<![0-9a-f])[0-9a-f]{24}(?![0-9a-f])|(?<!\d)\d{5,}(?!\d)/gi;
const hexLength = 24;

function hexId(original: string, count: number): string {
  const number = count.toString(16);
  if (noteForm.test(original)) return `65f00000${'0'.repeat(8)}${number.padStart(8, '0')}`;
  const mark = original.slice(markStart, markEnd);
  return `6a${number.padStart(12, '0')}${marks.includes(mark) ? mark : 'abcd'}${'0'.repeat(6)}`;
}

/** Written from the end, so that short counts change the last places alone. */
function shaped(original: string, count: number): string {
  let rest = count;
  const take = (first: string, size: number) => {
    const letter = String.fromCharCode(first.charCodeAt(0) + (rest % size));
    rest = Math.floor(rest / size);
    return letter;
  };
  const letters = Array.from(original)
    .reverse()
    .map((letter) => {
      if (/[a-z]/.test(letter)) return take('a', 26);
      if (/[A-Z]/.test(letter)) return take('A', 26);
      if (/\d/.test(letter)) return take('0', 10);
      return /[\p{L}\p{N}\p{M}]/u.test(letter) ? '某' : letter;
    });
  return letters.reverse().join('');
}

/** A short word has few stand-ins: the search for a free one ends. */
const mostTries = 100;

export function makeStandIns({ words, isTaken }: Known): StandIns {
  const known = new Map<string, string>();
  const isPlain = (word: string) => words.has(word.toLowerCase());
  const standIn = (original: string, make: (count: number) => string) => {
    const before = known.get(original);
    if (before !== undefined) return before;
    let made = make(known.size + 1);
    for (let more = 2; more < mostTries && (isPlain(made) || isTaken(made) || made === original); more++)
      made = make(known.size + more);
    known.set(original, made);
    return made;
  };
  const word = (original: string) => standIn(original, (count) => shaped(original, count));
  const number = (digits: string) => standIn(digits, (count) => `1${String(count).padStart(digits.length - 1, '0')}`);
  const hex = (id: string) => standIn(id.toLowerCase(), (count) => hexId(id.toLowerCase(), count));
  const ids = (text: string) => text.replace(idForms, (id) => (id.length === hexLength ? hex(id) : number(id)));
  return { word, ids, isPlain };
}
