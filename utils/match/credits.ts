import {
  creditWindows,
  type CreditedMoney,
  type CreditReport,
  type NoteCredit,
  type WindowCredits,
} from '../core/credits';
import { assistsOf, attributionModels, creditsOf, eligibleTouches, type Touch } from './attribution';

/** A purchase; one that nobody dates, or that is of no known item, is unattributed. Times in epoch ms. */
export interface CreditedLine {
  itemKey?: string;
  at?: number;
  order: string;
  /** How many lines the order has, those that were not kept included. */
  linesOfOrder: number;
  /** Fen. The line's own, where the form states it. */
  paidFen?: number;
  /** Fen. The whole order's: it stands on every line. */
  orderPaidFen?: number;
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
  return {
    purchases: lines.length,
    unpriced: lines.filter((line) => ownFen(line) === undefined && line.orderPaidFen === undefined).length,
    windows: creditWindows.map((days) => creditsWithin(days, lines, ofItem)),
  };
}

/** The order's total is this line's where there is no other. */
function ownFen({ paidFen, orderPaidFen, linesOfOrder }: CreditedLine): number | undefined {
  return paidFen ?? (linesOfOrder === 1 ? orderPaidFen : undefined);
}

type Kind = 'byClick' | 'byView' | 'unattributed';

function creditsWithin(days: number, lines: readonly CreditedLine[], ofItem: OfItem): WindowCredits {
  const notes = new Map<string, NoteCredit>();
  const counts = { byClick: 0, byView: 0, unattributed: 0 };
  const sums = moneySums();
  for (const line of lines) {
    const touches = touchesOf(line, ofItem, days);
    const [first] = touches;
    const kind: Kind = !first ? 'unattributed' : first.type === 'click' ? 'byClick' : 'byView';
    counts[kind] += 1;
    sums.add(line, kind);
    addCredits(notes, touches, ownFen(line) ?? 0);
  }
  const sorted = [...notes.values()].sort((a, b) => b.last - a.last || b.linear - a.linear);
  return { days, ...counts, money: sums.end(), notes: sorted };
}

/**
 * Sums what was paid. The total of an order of several things is no line's price: it counts where all of its lines were
 * met in one way, and stands apart otherwise.
 */
function moneySums() {
  const money: CreditedMoney = { byClick: 0, byView: 0, unattributed: 0, undivided: 0 };
  const orders = new Map<string, { fen: number; lines: number; of: number; kinds: Set<Kind> }>();
  return {
    add(line: CreditedLine, kind: Kind): void {
      const own = ownFen(line);
      if (own !== undefined) money[kind] += own;
      else if (line.orderPaidFen !== undefined) {
        const { orderPaidFen: fen, linesOfOrder: of } = line;
        const order = orders.get(line.order) ?? { fen, lines: 0, of, kinds: new Set<Kind>() };
        orders.set(line.order, { ...order, lines: order.lines + 1, kinds: order.kinds.add(kind) });
      }
    },
    end(): CreditedMoney {
      for (const { fen, lines, of, kinds } of orders.values()) {
        const [kind, another] = kinds;
        money[kind === undefined || another || lines < of ? 'undivided' : kind] += fen;
      }
      return money;
    },
  };
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

const nothing = () => ({ last: 0, first: 0, linear: 0, position: 0 });

function addCredits(
  notes: Map<string, NoteCredit>,
  touches: readonly (Touch & { note: string })[],
  paidFen: number,
): void {
  const noteOf = new Map(touches.map(({ id, note }) => [id, note]));
  const creditOf = (id: string) => {
    const note = noteOf.get(id) ?? '';
    const credit = notes.get(note) ?? { note, ...nothing(), assisted: 0, fen: nothing() };
    notes.set(note, credit);
    return credit;
  };
  for (const model of attributionModels)
    for (const [id, share] of Object.entries(creditsOf(touches, model))) {
      const credit = creditOf(id);
      credit[model] += share;
      credit.fen[model] += share * paidFen;
    }
  // A note that has the last credit has not helped another one to it.
  const last = noteOf.get(touches.at(-1)?.id ?? '');
  const helpers = new Set(
    assistsOf(touches)
      .filter((id) => noteOf.get(id) !== last)
      .map((id) => creditOf(id)),
  );
  for (const helper of helpers) helper.assisted += 1;
}
