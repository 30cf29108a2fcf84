import { fewest } from '../core/density-report';
import { kaplanMeier } from '../core/kaplan-meier';
import {
  itemStages,
  type EvidenceCounts,
  type ItemStage,
  type Overview,
  type SeedCell,
  type SeedPlace,
  type WaitingTime,
} from '../core/overview';
import { billedStatus, countsAsBought, toldOnce } from '../core/purchases';
import type { ItemRow, JourneyStep, StepName } from '../core/rows';
import { sessionGapMs } from '../core/session-gap';
import { survivalBand } from '../core/survival-band';
import type { BilledPayment, PlatformId, PurchaseSource, PurchaseStatus, Refund } from '../core/types';
import { hoursTally, weeksTally } from './hours';
import { notBoughtTally } from './not-bought';
import { type SpendingSorts, spendingTally } from './spending';

const dayMs = 86_400_000;

/** An order line, as far as sums need it. */
export interface CountedLine {
  orderKey: string;
  platform: PlatformId;
  title?: string;
  status: PurchaseStatus;
  source: PurchaseSource;
  itemKey?: string;
  orderPaidFen?: number;
  refundedFen?: number;
  /** As bills tell them of the whole order, on each of its lines. */
  refunds?: Refund[];
  payments?: BilledPayment[];
  orderedAt?: number;
  paidAt?: number;
  placedAt?: number;
  /** There only when no note can have led to it. */
  unmatchedAt?: number;
  /** The line that this one is once more: it does not count itself. */
  twinOf?: string;
  /** The line that this one may be once more: it does not count before the person has answered. */
  mayBe?: string;
  /** What that other telling says; fen of the whole order, on one of its lines. */
  twin?: { status: PurchaseStatus; refundedFen?: number };
}

/** The person's own calendar, and what titles say. */
export interface Sorts extends SpendingSorts {
  /** The month of a moment, `2026-11`. */
  monthOf: (at: number) => string;
  /** The hour of the week, 0 to 167 from midnight on Monday. */
  hourOf: (at: number) => number;
  /** The first moment of the week. */
  weekOf: (at: number) => number;
}

/** The steps that say that a stage was reached; the first that is there says how well that is known. */
const stepsOf: Record<ItemStage, readonly StepName[]> = {
  seen: ['seen'],
  landed: ['landed'],
  kept: ['saved', 'favourited'],
  carted: ['carted'],
  ordered: ['ordered', 'bought', 'paid'],
  paid: ['paid', 'bought'],
  refunded: ['refunded'],
};

/** Sums over the lists, in one pass: all items first, then all order lines, those of one order one after another. */
export function overviewTally({ monthOf, hourOf, weekOf, categoryOf }: Sorts) {
  const counts = { items: 0, orders: 0 };
  const stages = noStages();
  const spells: Spell[] = [];
  const seeds = seedTally();
  const hands = handTally();
  const spending = spendingTally({ monthOf, categoryOf });
  const hours = hoursTally(hourOf);
  const weeks = weeksTally(weekOf);
  const notBought = notBoughtTally();
  let unanswered = 0;
  return {
    addItem(item: ItemRow, now: number): void {
      counts.items += 1;
      if (item.note) countStages(stages, item.journey);
      const spell = spellOf(item.journey, now);
      if (spell) spells.push(spell);
      seeds.addItem(item);
      hours.add(item.journey);
      weeks.add(item.journey);
      notBought.add(item);
    },
    addLine(line: CountedLine): void {
      counts.orders += 1;
      if (line.mayBe !== undefined) unanswered += 1;
      if (line.twinOf !== undefined || line.mayBe !== undefined || hands.isHeld(line)) return;
      const told = line.twin ? { ...line, status: billedStatus(line, line.twin.status) } : line;
      spending.add(told, seeds.addLine(told));
    },
    end(): Overview {
      for (const line of hands.end()) spending.add(line, seeds.addLine(line));
      const spent = { ...spending.end(), unanswered };
      const sums = { cells: seeds.end(), spending: spent, waiting: waitingOf(spells) };
      return { ...counts, stages, ...sums, notBought: notBought.end(), hours: hours.end(), weeks: weeks.end() };
    },
  };
}

function noStages(): Record<ItemStage, EvidenceCounts> {
  return { seen: {}, landed: {}, kept: {}, carted: {}, ordered: {}, paid: {}, refunded: {} };
}

function countStages(stages: Record<ItemStage, EvidenceCounts>, journey: readonly JourneyStep[]): void {
  for (const stage of itemStages) {
    const evidence = stepsOf[stage].map((name) => journey.find(({ step }) => step === name)).find(Boolean)?.evidence;
    if (evidence) stages[stage][evidence] = (stages[stage][evidence] ?? 0) + 1;
  }
}

/** A wait in whole days, and when the wish came up. */
interface Spell {
  t: number;
  event: boolean;
  savedAt: number;
}

function waitingOf(spells: readonly Spell[]): WaitingTime {
  const { table, median } = kaplanMeier(spells);
  const sittings = sittingsOf(spells);
  const band = sittings.length < fewest.clusters ? [] : survivalBand(sittings, table);
  return {
    saved: spells.length,
    bought: spells.filter(({ event }) => event).length,
    steps: table.map((step, place) => ({ ...step, ...(band[place] ?? { low: null, high: null }) })),
    median,
    until: spells.reduce((most, { t }) => Math.max(most, t), 0),
  };
}

/** What was wished for in one session is alike: a break of more than half an hour begins the next one. */
function sittingsOf(spells: readonly Spell[]): Spell[][] {
  const sittings: Spell[][] = [];
  for (const spell of [...spells].sort((a, b) => a.savedAt - b.savedAt)) {
    const current = sittings.at(-1);
    const last = current?.at(-1);
    if (current && last && spell.savedAt - last.savedAt <= sessionGapMs) current.push(spell);
    else sittings.push([spell]);
  }
  return sittings;
}

/** Whole days from the wish to the purchase, or to where watching ended: today, or the day the wish was dropped. */
function spellOf(journey: readonly JourneyStep[], now: number): Spell | undefined {
  const at = (name: StepName) => journey.find(({ step }) => step === name)?.at;
  const [saved, bought, dropped] = [at('saved'), at('bought'), at('dropped')];
  if (saved === undefined) return undefined;
  const event = bought !== undefined && bought >= saved;
  // What was bought before it was wished for does not count, and is no wait either.
  if (bought !== undefined && !event) return undefined;
  const end = event ? bought : Math.max(saved, dropped ?? now);
  return { t: Math.floor((end - saved) / dayMs), event, savedAt: saved };
}

/** What was written down by hand counts where no page and no bill tells of the same purchase, which shows at the end. */
function handTally() {
  const byHand: CountedLine[] = [];
  const times = new Map<string, TellingOf[]>();
  return {
    /** @returns whether the line has to wait */
    isHeld(line: CountedLine): boolean {
      if (line.source === 'user') return byHand.push(line) > 0;
      const { itemKey = '', source, orderedAt, paidAt, placedAt } = line;
      const telling = {
        source,
        ...(orderedAt !== undefined && { orderedAt }),
        ...(paidAt !== undefined && { paidAt }),
        ...(placedAt !== undefined && { placedAt }),
      };
      if (itemKey !== '') times.set(itemKey, [...(times.get(itemKey) ?? []), telling]);
      return false;
    },
    end: () => byHand.filter((line) => toldOnce([line, ...(times.get(line.itemKey ?? '') ?? [])])[0] === line),
  };
}

type TellingOf = Pick<CountedLine, 'source' | 'orderedAt' | 'paidAt' | 'placedAt'>;

/** Where wishes came up against where they were bought. Only bought items are kept in mind: as many as purchases. */
function seedTally() {
  const cells = new Map<string, SeedCell>();
  const bought = new Map<string, { from: SeedPlace; platform: PlatformId; isMet: boolean }>();
  const count = (from: SeedCell['from'], to: SeedCell['to']) => {
    const key = `${from}|${to}`;
    const cell = cells.get(key) ?? { from, to, count: 0 };
    cell.count += 1;
    cells.set(key, cell);
  };
  return {
    addItem({ key, note, surfaces: [surface], platform, savedAt, purchasedAt }: ItemRow): void {
      if (!surface) return;
      const from = note ? surface : 'list';
      if (purchasedAt !== undefined) bought.set(key, { from, platform, isMet: false });
      else if (savedAt !== undefined) count(from, 'waiting');
    },
    /** @returns whether a note can have led to it */
    addLine({ itemKey, platform, status, unmatchedAt }: CountedLine): boolean {
      const item = itemKey === undefined ? undefined : bought.get(itemKey);
      if (unmatchedAt !== undefined) count('none', platform);
      if (!item || unmatchedAt !== undefined || !countsAsBought(status)) return false;
      item.isMet = true;
      count(item.from, platform);
      return item.from !== 'list';
    },
    /** Bought by the person's own word, with no order that says so. */
    end(): SeedCell[] {
      for (const { from, platform, isMet } of bought.values()) if (!isMet) count(from, platform);
      bought.clear();
      return [...cells.values()];
    },
  };
}
