import type { AuthorLine, LabelMonth, NoteLine, NotesReport, Outcome } from '../core/overview';
import type { ItemRow } from '../core/rows';
import type { Label, SiteId } from '../core/types';

/** A note that carried links or was collected, as far as sums need it. */
export interface CountedNote {
  key: string;
  site: SiteId;
  title?: string;
  authorId?: string;
  label?: Pick<Label, 'kind'>;
  firstSeenAt: number;
  collectedAt?: number;
  itemKeys: readonly string[];
}

/** Rows that a screen shows of each list. */
const shownRows = 100;
/** Twice as many and more are held before the list is cut, so that cutting stays rare. */
const heldRows = 4 * shownRows;

/** Labels that say that a note is an ad. `other` words may say anything, so they do not count. */
const adLabels: ReadonlySet<Label['kind']> = new Set(['statutory', 'equivalent', 'declared']);

/**
 * What notes and their authors showed and what came of it, in one pass: all items first, then all notes. What was clicked
 * and bought stands at the note that an item was first seen on.
 */
export function notesTally(monthOf: (at: number) => string) {
  const outcomes = new Map<string, Outcome>();
  const authors = new Map<string, AuthorLine>();
  const months = new Map<string, LabelMonth>();
  const counts = { notes: 0, collected: 0 };
  let top: NoteLine[] = [];
  return {
    addItem({ note, journey, savedAt, purchasedAt }: ItemRow): void {
      if (!note) return;
      const key = `${note.site}:${note.id}`;
      const clicked = journey.some(({ step }) => step === 'clicked');
      const sum = outcomes.get(key) ?? nothing();
      sum.clicked += Number(clicked);
      sum.saved += Number(savedAt !== undefined);
      sum.bought += Number(purchasedAt !== undefined);
      outcomes.set(key, sum);
    },
    addNote(note: CountedNote): void {
      if (note.collectedAt !== undefined) counts.collected += 1;
      if (note.itemKeys.length === 0) return;
      counts.notes += 1;
      const line = lineOf(note, outcomes.get(note.key) ?? nothing());
      countMonth(months, line, monthOf(line.at));
      if (line.authorId !== undefined) countAuthor(authors, line.authorId, line);
      top.push(line);
      if (top.length > heldRows) top = firstOf(top);
    },
    end(): NotesReport {
      const byMonth = [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
      const topAuthors = firstOf([...authors.values()]);
      return { ...counts, topNotes: firstOf(top), topAuthors, authors: authors.size, months: byMonth };
    },
  };
}

function nothing(): Outcome {
  return { links: 0, clicked: 0, saved: 0, bought: 0 };
}

function lineOf({ key, site, title, authorId, label, firstSeenAt, itemKeys }: CountedNote, came: Outcome): NoteLine {
  return {
    ...came,
    ...{ key, site, links: itemKeys.length, label: label?.kind ?? 'absent', at: firstSeenAt },
    ...(title !== undefined && { title }),
    ...(authorId !== undefined && { authorId }),
  };
}

/** What led to most comes first; the newer one where two are even. */
function firstOf<T extends Outcome & { at?: number }>(lines: T[]): T[] {
  const weigh = ({ bought, clicked, links }: Outcome) => [bought, clicked, links] as const;
  return lines
    .sort((a, b) => {
      const [left, right] = [weigh(a), weigh(b)];
      const place = left.findIndex((value, at) => value !== right[at]);
      return place < 0 ? (b.at ?? 0) - (a.at ?? 0) : (right[place] ?? 0) - (left[place] ?? 0);
    })
    .slice(0, shownRows);
}

function countAuthor(authors: Map<string, AuthorLine>, authorId: string, line: NoteLine): void {
  const sum = authors.get(authorId) ?? { authorId, notes: 0, labelled: 0, ...nothing() };
  sum.notes += 1;
  sum.labelled += Number(isLabelled(line));
  sum.links += line.links;
  sum.clicked += line.clicked;
  sum.saved += line.saved;
  sum.bought += line.bought;
  authors.set(authorId, sum);
}

function isLabelled({ label }: NoteLine): boolean {
  return label !== 'absent' && adLabels.has(label);
}

function countMonth(months: Map<string, LabelMonth>, line: NoteLine, month: string): void {
  const sum = months.get(month) ?? { month, labelled: 0, unlabelled: 0, unknown: 0 };
  if (isLabelled(line)) sum.labelled += 1;
  else if (line.label === 'unknown' || line.label === 'absent') sum.unknown += 1;
  else sum.unlabelled += 1;
  months.set(month, sum);
}
