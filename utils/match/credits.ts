import { creditWindows, type CreditReport, type NoteCredit, type WindowCredits } from '../core/credits';
import { assistsOf, attributionModels, creditsOf, eligibleTouches, type Touch } from './attribution';

/** A purchase; one that nobody dates, or that is of no known item, is unattributed. Times in epoch ms. */
export interface CreditedLine {
  itemKey?: string;
  at?: number;
}

/** A link of an item that was followed, or that was viewable. */
export interface NoteTouch {
  id: string;
  type: Touch['type'];
  at: number;
  itemKey: string;
  note: string;
}

/** One view day, whatever the click window: the usual figure, and nobody states another. */
const viewDays = 1;
/** What remains of an item once it is joined. */
const same = { platform: '', item: '', shop: '' };

type OfItem = ReadonlyMap<string, readonly (Touch & { note: string })[]>;

/** Who is credited with the purchases, under every window. Credits are attributed, not caused. */
export function creditReport(lines: readonly CreditedLine[], touches: readonly NoteTouch[]): CreditReport {
  const ofItem = new Map<string, (Touch & { note: string })[]>();
  for (const { id, type, at, itemKey, note } of touches) {
    const own = ofItem.get(itemKey) ?? [];
    own.push({ ...same, id, type, t: at, note });
    ofItem.set(itemKey, own);
  }
  return { purchases: lines.length, windows: creditWindows.map((days) => creditsWithin(days, lines, ofItem)) };
}

function creditsWithin(days: number, lines: readonly CreditedLine[], ofItem: OfItem): WindowCredits {
  const notes = new Map<string, NoteCredit>();
  const counts = { byClick: 0, byView: 0, unattributed: 0 };
  for (const line of lines) {
    const touches = touchesOf(line, ofItem, days);
    const [first] = touches;
    if (!first) counts.unattributed += 1;
    else counts[first.type === 'click' ? 'byClick' : 'byView'] += 1;
    addCredits(notes, touches);
  }
  const sorted = [...notes.values()].sort((a, b) => b.last - a.last || b.linear - a.linear);
  return { days, ...counts, notes: sorted };
}

/** Clicks, or views where there is no click: they are never mixed. */
function touchesOf({ itemKey, at }: CreditedLine, ofItem: OfItem, days: number): (Touch & { note: string })[] {
  const own = itemKey === undefined ? undefined : ofItem.get(itemKey);
  if (at === undefined || !own) return [];
  const order = { ...same, id: '', t: at, paid_fen: 0 };
  const notes = new Map(own.map((touch) => [touch.id, touch.note]));
  const eligible = eligibleTouches(order, own, { level: 'item', clickDays: days, viewDays, clickFirst: true });
  return eligible.map((touch) => ({ ...touch, note: notes.get(touch.id) ?? '' }));
}

function addCredits(notes: Map<string, NoteCredit>, touches: readonly (Touch & { note: string })[]): void {
  const noteOf = new Map(touches.map(({ id, note }) => [id, note]));
  const creditOf = (id: string) => {
    const note = noteOf.get(id) ?? '';
    const credit = notes.get(note) ?? { note, last: 0, first: 0, linear: 0, position: 0, assisted: 0 };
    notes.set(note, credit);
    return credit;
  };
  for (const model of attributionModels)
    for (const [id, share] of Object.entries(creditsOf(touches, model))) creditOf(id)[model] += share;
  // A note that has the last credit has not helped another one to it.
  const last = noteOf.get(touches.at(-1)?.id ?? '');
  const helpers = new Set(
    assistsOf(touches)
      .filter((id) => noteOf.get(id) !== last)
      .map((id) => creditOf(id)),
  );
  for (const helper of helpers) helper.assisted += 1;
}
