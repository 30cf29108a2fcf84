/** Something that may have led to an order. Times in epoch ms. */
export interface Touch {
  id: string;
  type: 'click' | 'view';
  t: number;
  platform: string;
  item: string | null;
  shop: string | null;
}

export interface AttributedOrder {
  id: string;
  t: number;
  platform: string;
  item: string | null;
  shop: string | null;
  paid_fen: number | null;
}

export const attributionModels = ['last', 'first', 'linear', 'position'] as const;
export type AttributionModel = (typeof attributionModels)[number];
export type MatchLevel = 'item' | 'shop' | 'platform';

interface Rule {
  level: MatchLevel;
  clickDays: number;
  viewDays: number;
  /** A click beats every view when any click is eligible. */
  clickFirst: boolean;
}

/** Credits by touch; they sum to 1, or there are none: the order is unattributed. */
export type Credits = Record<string, number>;

const dayMs = 86_400_000;

/** Two things that nobody knows are not the same thing. */
function isSame(order: AttributedOrder, touch: Touch, level: MatchLevel): boolean {
  if (order.platform !== touch.platform) return false;
  return level === 'platform' || ((order[level] ?? null) !== null && order[level] === touch[level]);
}

function onceEach<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

/** A touch of a kind that is neither, as a later version may have, has no window: null. */
function daysOf({ type }: { type: string }, { clickDays, viewDays }: Rule): number | null {
  return type === 'click' ? clickDays : type === 'view' ? viewDays : null;
}

/**
 * Touches within their window before the order, oldest first, ties by id, each once however often it was told. A window of
 * 0 days is the very moment.
 */
export function eligibleTouches(order: AttributedOrder, touches: readonly Touch[], rule: Rule): Touch[] {
  const inTime = onceEach(touches, ({ id }) => id).filter((touch) => {
    const days = daysOf(touch, rule);
    const age = order.t - touch.t;
    return days !== null && age >= 0 && age <= days * dayMs && isSame(order, touch, rule.level);
  });
  const clicks = inTime.filter(({ type }) => type === 'click');
  const eligible = rule.clickFirst && clicks.length > 0 ? clicks : inTime;
  return eligible.sort((a, b) => a.t - b.t || (a.id < b.id ? -1 : 1));
}

/** 40 % to the first, 40 % to the last, 20 % between; halves for two. */
function positionShares(n: number): number[] {
  if (n <= 2) return Array.from({ length: n }, () => 1 / n);
  return Array.from({ length: n }, (_share, place) => (place === 0 || place === n - 1 ? 0.4 : 0.2 / (n - 2)));
}

const sharesOf: Record<AttributionModel, (n: number) => number[]> = {
  last: (n) => Array.from({ length: n }, (_share, place) => Number(place === n - 1)),
  first: (n) => Array.from({ length: n }, (_share, place) => Number(place === 0)),
  linear: (n) => Array.from({ length: n }, () => 1 / n),
  position: positionShares,
};

/** Who is credited with an order under a model. Correlation, not cause: "attributed", never "caused". */
export function creditsOf(touches: readonly Touch[], model: AttributionModel): Credits {
  const shares = sharesOf[model](touches.length);
  const given = touches.map(({ id }, place) => [id, shares[place] ?? 0] as const);
  return Object.fromEntries(given.filter(([, share]) => share > 0));
}

/** In the window and without the last credit: shown beside the credits, never added to them. */
export function assistsOf(touches: readonly Touch[]): string[] {
  return touches.slice(0, -1).map(({ id }) => id);
}

/** Where nothing else is told: the windows that are shown side by side, a day for views, the same item, clicks first. */
interface WindowParams {
  click_windows_days?: readonly number[];
  view_window_days?: number;
  match_level?: MatchLevel;
  click_priority?: boolean;
}

/** One order under every model and every click window, side by side, since no official window is published. */
export function creditsByWindow(
  { order, touches }: { order: AttributedOrder; touches: readonly Touch[] },
  {
    click_windows_days = [1, 7, 14, 30],
    view_window_days = 1,
    match_level = 'item',
    click_priority = true,
  }: WindowParams,
): Record<AttributionModel, Record<string, Credits>> {
  const rule = { level: match_level, viewDays: view_window_days, clickFirst: click_priority };
  const inModel = (model: AttributionModel) =>
    Object.fromEntries(
      click_windows_days.map((clickDays) => {
        const eligible = eligibleTouches(order, touches, { ...rule, clickDays });
        return [String(clickDays), creditsOf(eligible, model)] as const;
      }),
    );
  return {
    last: inModel('last'),
    first: inModel('first'),
    linear: inModel('linear'),
    position: inModel('position'),
  };
}

interface TypeParams {
  model?: AttributionModel;
  click_window_days?: number;
  view_window_days?: number;
  click_priority?: boolean;
}

type Orders = readonly AttributedOrder[];

/**
 * What was paid under clicks, under views, and under neither: the last is always shown. Credits are of lines, and those of
 * an order are the sum over its lines: an order of two things has two to give.
 */
function creditOrders(
  orders: Orders,
  touches: readonly Touch[],
  { rule, model }: { rule: Rule; model: AttributionModel },
) {
  const credits: Record<string, Credits> = {};
  const gmv_fen = { click: 0, view: 0, none: 0 };
  for (const order of onceEach(orders, ({ id, platform, item, shop }) => JSON.stringify([id, platform, item, shop]))) {
    const eligible = eligibleTouches(order, touches, rule);
    const given = creditsOf(eligible, model);
    const before = (credits[order.id] ??= {});
    for (const [id, share] of Object.entries(given)) before[id] = (before[id] ?? 0) + share;
    const paid = order.paid_fen ?? 0;
    if (eligible.length === 0) gmv_fen.none += paid;
    for (const { id, type } of eligible) gmv_fen[type] += paid * (given[id] ?? 0);
  }
  return { credits, gmv_fen };
}

/** Orders credited by item and by shop, with the money under each kind of touch, in fen. */
export function creditsByLevel(
  { orders, touches }: { orders: Orders; touches: readonly Touch[] },
  { model = 'last', click_window_days = 7, view_window_days = 1, click_priority = true }: TypeParams,
) {
  const base = { clickDays: click_window_days, viewDays: view_window_days, clickFirst: click_priority };
  const at = (level: MatchLevel) => creditOrders(orders, touches, { rule: { ...base, level }, model });
  return { item: at('item'), shop: at('shop') };
}
