import type { PurchaseEvent, SignalEvent } from '../core/events';
import type { Purchase } from '../core/types';
import { isOfWholeOrder, isStrayRefund } from '../core/purchases';
import { withoutLongNumbers, withoutPhones } from './long-numbers';
import { orderFinder } from './known-orders';
import { knownOrderKeys, orderKeysMaker, type KeysOf } from './order-keys';
import { namesOf, type Teller } from './purchase-ids';
import { readLine } from './projections/lines';
import { keysIn, mostParts } from './split-orders';
import { saidOf } from './said';
import type { LedgerDb, OrderRow } from './schema';
import { siftEvents } from './sift';

/** An order line with its item space, and the key of its item if the line names one. */
export type KeyedPurchase = Purchase & { space: string; itemKey?: string };

/** @param spaceOf the item space of a platform; one without link rules is a space of its own */
export function keyedPurchase(spaceOf: (platform: string) => string | undefined, purchase: Purchase): KeyedPurchase {
  const space = spaceOf(purchase.platform) ?? purchase.platform;
  const { shop: told = '', ...rest } = purchase;
  const title = withoutPhones(withoutLongNumbers(purchase.title));
  const shop = withoutPhones(told);
  return {
    ...rest,
    title,
    ...(shop !== '' && { shop }),
    space,
    ...(purchase.itemId !== undefined && { itemKey: `${space}:${purchase.itemId}` }),
  };
}

interface Moment extends Teller {
  at: number;
  zoneMinutes: number;
}

/**
 * Adds what an order page or a bill says, as events, where it differs from what the ledger has: reading the same page
 * twice changes nothing. Order ids are hashed before anything is written. Resolves to the number of changes, which leaves
 * out what was known and is only kept; of a part that comes once more, since its answer was lost, to what it was then.
 */
export async function addPurchases(db: LedgerDb, purchases: readonly KeyedPurchase[], moment: Moment): Promise<number> {
  const { events, news } = await listNews(db, { purchases, moment, keysOf: await orderKeysMaker(db) });
  if (events.length > 0) await siftEvents(db, events);
  return news;
}

/** How many of these would change something; nothing is written. */
export async function countNews(db: LedgerDb, purchases: readonly KeyedPurchase[], moment: Moment): Promise<number> {
  const keysOf = await knownOrderKeys(db);
  return keysOf ? (await listNews(db, { purchases, moment, keysOf })).news : purchases.length;
}

/** Of each, whether the ledger has its order. */
export async function areKnownOrders(db: LedgerDb, purchases: readonly KeyedPurchase[]): Promise<boolean[]> {
  const keysOf = await knownOrderKeys(db);
  if (!keysOf) return purchases.map(() => false);
  const finder = orderFinder(db, keysOf);
  return (await finder.read(purchases)).map((stored) => finder.find(stored).rows.length > 0);
}

interface Told {
  purchases: readonly KeyedPurchase[];
  moment: Moment;
  keysOf: KeysOf;
}

interface News {
  events: PurchaseEvent[];
  /** How many orders, as bills tell them, and lines of pages change. */
  news: number;
}

async function listNews(db: LedgerDb, { purchases, moment, keysOf }: Told): Promise<News> {
  const events: PurchaseEvent[] = [];
  /** Orders that bills tell of, each once, and lines. */
  const news = new Set<string | number>();
  const { importId, beside, ...time } = moment;
  const nameOf = namesOf(db, { ...(importId !== undefined && { importId }), ...(beside !== undefined && { beside }) });
  const finder = orderFinder(db, keysOf);
  const stored = await finder.read(purchases);
  const wholes = await wholesOf(db, finder, purchases);
  for (const [
    place,
    { orderId: _secret, alsoIds: _too, partOf: _whole, space: _space, ...purchase },
  ] of purchases.entries()) {
    const order = finder.find(stored[place]);
    if (order.rows.length === 0 && isStrayRefund(purchase)) continue;
    const { orderKey, otherKeys, isNamed, isJoined } = order;
    const { partOf, parts = [] } = wholes[place] ?? {};
    const isNewPart = partOf !== undefined && parts.length < mostParts && !parts.includes(orderKey);
    const keys = { orderKey, ...(otherKeys && { otherKeys }), ...(partOf !== undefined && { partOf }) };
    const changes = readLine(order.rows, { ...time, ...keys, purchase });
    // An order that stands twice is one, whatever else the page says of it.
    const isNews = isJoined || !changes.every(isKnown);
    // What tells it from others later is kept, and is no change of anything that was bought.
    const isKept = isNamed || isNewPart || changes.some(isSumToldBetter);
    const { id, isOwnNews } = await nameOf({ orderKey, purchase }, isNews || isKept);
    if (isNews || isOwnNews) news.add(isOfWholeOrder(purchase) ? orderKey : place);
    if (id === undefined) continue;
    finder.note(order, withChanges(order.rows, changes));
    const evidence = evidenceOf(purchase.source);
    events.push({ ...time, id, type: 'purchase', evidence, ...keys, purchase });
  }
  return { events, news: news.size };
}

/** Of each, the key of the order that was split into it, and those of the parts that are known. */
async function wholesOf(db: LedgerDb, finder: ReturnType<typeof orderFinder>, purchases: readonly KeyedPurchase[]) {
  return Promise.all(
    purchases.map(async ({ space, orderId, partOf }) => {
      if (partOf === undefined || partOf === orderId) return undefined;
      const [whole] = await finder.read([{ space, orderId: partOf }]);
      const key = finder.find(whole).orderKey;
      return { partOf: key, parts: keysIn(await db.get('meta', `split:${key}`)) };
    }),
  );
}

/** A signal of an order's own page as its event: the order's id becomes its key. */
export async function keyedSignal(
  db: LedgerDb,
  { space, orderId, ...signal }: Omit<SignalEvent, 'orderKey'> & { space: string; orderId: string },
): Promise<SignalEvent> {
  const finder = orderFinder(db, await orderKeysMaker(db));
  const [stored] = await finder.read([{ space, orderId }]);
  return { ...signal, orderKey: finder.find(stored).orderKey };
}

type Changes = ReturnType<typeof readLine>;

function withChanges(rows: readonly OrderRow[], changes: Changes): OrderRow[] {
  const changed = new Map(changes.map(({ after }) => [after.key, after]));
  return [...rows.filter(({ key }) => !changed.has(key)), ...changed.values()];
}

function evidenceOf(source: Purchase['source']): PurchaseEvent['evidence'] {
  return source === 'page' ? 'observed' : source === 'bill' ? 'imported' : 'user';
}

/** Another payment, or the sum of them by a page. */
function isSumToldBetter({ before, after }: Changes[number]): boolean {
  const isNewlyStated = before?.isSumStated !== after.isSumStated;
  return isNewlyStated || JSON.stringify(before?.payments) !== JSON.stringify(after.payments);
}

/** A field the new reading leaves out is not a change: pages fill their titles late. */
function isKnown({ before, after }: Changes[number]): boolean {
  return before !== undefined && saidOf(after) === saidOf(before);
}
