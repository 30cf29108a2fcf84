import { kaplanMeier } from '../core/kaplan-meier';
import { isNumber, ratio } from '../core/numbers';

interface Dated {
  platform: string;
  /** Null where nobody knows what it was: two such need not be the same. */
  item: string | null;
  /** Days since any start, fractions allowed; null where nobody dates it. */
  day: number | null;
}

interface Purchase extends Dated {
  order?: string;
}

interface SavedHistory {
  saved: readonly Dated[];
  purchases: readonly Purchase[];
  observation_end_day: number;
}

const keyOf = ({ platform, item }: Dated) => JSON.stringify([platform, item]);
const isNamed = ({ item }: Dated) => (item ?? null) !== null;

/** An item counts once, from its first save on; one that was saved nobody knows when cannot have led to anything. */
function firstSaves(saved: readonly Dated[]): Map<string, Dated & { day: number }> {
  const first = new Map<string, Dated & { day: number }>();
  for (const [place, save] of saved.entries()) {
    const day = save.day ?? Infinity;
    const key = isNamed(save) ? keyOf(save) : String(place);
    const known = first.get(key);
    if (!known || day < known.day) first.set(key, { ...save, day });
  }
  return first;
}

/** Each line of an order once, however often it was told. */
function onceEach(purchases: readonly Purchase[]): Purchase[] {
  const named = new Map(purchases.map((each, place) => [JSON.stringify([each.order ?? place, keyOf(each)]), each]));
  return [...named.values()];
}

/** Days from each first save to the first purchase after it; what was bought before it was saved does not count. */
function daysToPurchase(
  firsts: ReadonlyMap<string, { day: number }>,
  purchases: readonly Dated[],
): Map<string, number> {
  const days = new Map<string, number>();
  for (const purchase of purchases) {
    const key = keyOf(purchase);
    const after = (purchase.day ?? -Infinity) - (firsts.get(key)?.day ?? Infinity);
    if (after >= 0) days.set(key, Math.min(after, days.get(key) ?? Infinity));
  }
  return days;
}

/** What was saved against what of it was bought, per platform, and how long it took (Kaplan–Meier, censored at the end). */
export function savedAgainstPurchased({ saved: allSaved, purchases: told, observation_end_day }: SavedHistory) {
  // What came after the observation had ended was not observed: it is in no count, and ends no spell.
  const isObserved = ({ day }: Dated) => !isNumber(day) || day <= observation_end_day;
  const saved = allSaved.filter(isObserved);
  const purchases = onceEach(told.filter(isObserved));
  const firsts = firstSaves(saved);
  const waited = daysToPurchase(firsts, purchases);
  const waits = [...firsts].map(([key, save]) => ({ save, days: waited.get(key) }));
  const platforms = [...new Set([...saved, ...purchases].map(({ platform }) => platform))];
  const perPlatform = platforms.map((platform) => {
    const own = waits.filter(({ save }) => save.platform === platform);
    const bought = own.filter(({ days }) => days !== undefined).length;
    const counts = { saved_items: own.length, saved_then_purchased: bought };
    const all = purchases.filter((purchase) => purchase.platform === platform).length;
    return [platform, { ...counts, purchases: all, save_to_purchase_rate: ratio(bought, own.length) }] as const;
  });
  const isFromSaved = (purchase: Dated) =>
    (firsts.get(keyOf(purchase))?.day ?? Infinity) <= (purchase.day ?? -Infinity);
  const spells = waits.map(({ save, days }) => ({
    t: days ?? observation_end_day - save.day,
    event: days !== undefined,
  }));
  return {
    per_platform: Object.fromEntries(perPlatform),
    overall_rate: ratio(waited.size, firsts.size),
    time_to_purchase_km: kaplanMeier(spells),
    purchases_not_from_saved: purchases.filter((purchase) => !isFromSaved(purchase)).length,
  };
}
