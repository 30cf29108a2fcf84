import fc from 'fast-check';
import type { LedgerEvent, MatchEvent } from '@/utils/core/events';
import { appendEvents } from '@/utils/ledger/append';
import { appendExposures } from '@/utils/ledger/exposures';
import { addPurchases, keyedSignal, type KeyedPurchase } from '@/utils/ledger/purchases';
import type { LedgerDb } from '@/utils/ledger/schema';
import * as made from './made-events';

export const notes = ['65f000000000000012345678', '65f000000000000087654321'];
const links = [made.jdItem, made.taobaoItem, made.unionLink];
export const keys = ['jd:100012043978', 'ali:1059057030771'];

/** One thing that happens, at a time in ms after the start. */
type Deed = (db: LedgerDb, at: number) => Promise<unknown>;

const happens =
  (event: (at: number) => LedgerEvent): Deed =>
  (db, at) =>
    appendEvents(db, [event(at)]);

const onNote = fc.record({ link: fc.constantFrom(...links), noteId: fc.constantFrom(...notes) });
const onItem = fc.record({ key: fc.constantFrom(...keys), on: fc.boolean() });

/** A blue link as different readings of its page know it. */
const onComment = fc.record(
  {
    commentId: fc.constantFrom('c1', 'c2'),
    poster: fc.record({
      role: fc.constantFrom('unknown' as const, 'other_user' as const, 'author' as const),
      pinned: fc.constant(false),
      reply: fc.boolean(),
    }),
    asked: fc.record({ where: fc.constantFrom('note' as const, 'thread' as const) }),
  },
  { requiredKeys: ['commentId'] },
);

/** The note's own page. */
export const pageOf = (noteId: string) => ({
  visit: noteId === notes[0] ? 'visit-a' : 'visit-b',
  url: `https://www.xiaohongshu.com/explore/${noteId}`,
});

/** A click whose queued copy lost its tab; the message's copy comes when the next thing has happened. */
function clickInTwo(noteId: string, link: (typeof links)[number]): Deed {
  return async (db, at) => {
    const whole = made.click(at, link, { noteId, ...pageOf(noteId) });
    const { tab: _lost, ...half } = whole;
    await appendEvents(db, [half]);
    await appendEvents(db, [made.landing(at + 1, 'jd:100012043978')]);
    await appendEvents(db, [whole]);
  };
}

/** Of another day than the rest. */
const deposit = { at: made.start - 86_400_000, fen: 1_000, form: 'wechat' };

type OrderTold =
  'line' | 'other-line' | 'bill' | 'other-bill' | 'other-number' | 'third-number' | 'two-numbers' | 'part';

/** A line of an order as a page tells it, or the order as a bill does, which names no item. */
function order(status: 'unpaid' | 'paid' | 'refunded', by: OrderTold): Deed {
  const { itemId: _item, itemKey: _key, ...bare } = made.purchase(0, { status, source: 'bill' });
  const purchases: Record<typeof by, KeyedPurchase> = {
    line: made.purchase(0, { status }),
    'other-line': made.purchase(0, { status, itemId: '7', itemKey: 'jd:7', title: '裙子' }),
    bill: { ...bare, payments: [{ at: made.start, fen: 19_900, form: 'wechat' }] },
    'other-bill': { ...bare, title: '羊毛衫 等多件', paidAt: made.start, payments: [deposit] },
    'other-number': { ...bare, orderId: 'XP1', paidAt: made.start + 1_000 },
    part: made.purchase(0, { status, orderId: '298870014522', partOf: made.purchase(0).orderId }),
    'two-numbers': { ...bare, orderId: 'XP3', alsoIds: ['XP1'], paidAt: made.start + 1_000 },
    'third-number': { ...bare, orderId: 'XP2', paidAt: made.start + 2 * 3_600_000 },
  };
  return (db, at) => addPurchases(db, [purchases[by]], { at: made.start + at, zoneMinutes: 480 });
}

/** The person's word on the first order that there is. */
function matchWord(to: { item: string } | { other: string }, word: MatchEvent['word']): Deed {
  return async (db, at) => {
    const [first] = await db.getAllKeys('orders');
    return appendEvents(db, [made.match(at, { line: first ?? 'jd:0f::', ...to, word })]);
  };
}

/** What an order's own page says of it, read before its list or after. */
function orderTold(name: 'order-placed' | 'paid'): Deed {
  return async (db, at) => {
    const { itemKey: _none, ...row } = made.signal(at, name);
    await appendEvents(db, [await keyedSignal(db, { ...row, space: 'jd', orderId: made.purchase(0).orderId })]);
  };
}

function glance(noteId: string, isInFeed: boolean): Deed {
  const unit = { key: 'comment:1', kind: 'comment' as const, noteId };
  return (db, at) =>
    appendExposures(db, [
      isInFeed
        ? made.exposure(at, { unit: { key: `card:${noteId}`, kind: 'note', noteId }, visit: 'feed', url: feedUrl })
        : made.exposure(at, { ...pageOf(noteId), unit, pageKind: 'note' }),
    ]);
}

const feedUrl = 'https://www.xiaohongshu.com/explore';

const deed = fc.oneof(
  onNote.map(({ link, noteId }) => happens((at) => made.sighting(at, link, { noteId, ...pageOf(noteId) }))),
  onNote.map(({ link, noteId }) => happens((at) => made.click(at, link, { noteId, ...pageOf(noteId) }))),
  fc
    .tuple(onNote, onComment)
    .map(([{ link, noteId }, seen]) =>
      happens((at) => made.sighting(at, link, { surface: 'blue-link', noteId, ...seen, ...pageOf(noteId) })),
    ),
  onNote.map(({ link }) => happens((at) => made.offNote(made.sighting(at, link)))),
  onNote.map(({ link }) => happens((at) => made.offNote(made.click(at, link)))),
  onNote.map(({ link, noteId }) => clickInTwo(noteId, link)),
  onNote.map(({ noteId }) =>
    happens((at) => ({
      ...made.note(at, { id: noteId, title: `笔记${noteId}`, saved: at % 2 === 0 }),
      ...pageOf(noteId),
    })),
  ),
  fc
    .tuple(fc.boolean(), onNote)
    .map(([on, { noteId }]) => happens((at) => ({ ...made.collect(at, on, noteId), ...pageOf(noteId) }))),
  onItem.map(({ key }) => happens((at) => made.landing(at, key))),
  onNote.map(({ noteId }) => happens((at) => made.listed(at, noteId))),
  onNote.map(({ noteId }) => happens((at) => made.click(at, made.shopLink, { noteId, ...pageOf(noteId) }))),
  fc.constant(happens((at) => made.shop(at, { visit: 'shop-page' }))),
  fc
    .tuple(onItem, fc.constantFrom('cart-added' as const, 'favourited' as const, 'followed' as const))
    .map(([{ key }, name]) => happens((at) => made.signal(at, name, { itemKey: key }))),
  fc.constantFrom('order-placed' as const, 'paid' as const).map(orderTold),
  onItem.map(({ key, on }) => happens((at) => made.want(at, key, on))),
  fc
    .tuple(onItem, fc.constantFrom('bought' as const, 'dropped' as const, 'none' as const))
    .map(([{ key }, as]) => happens((at) => made.mark(at, key, as))),
  fc
    .tuple(onNote, fc.boolean())
    .map(([{ noteId }, isRead]) => happens((at) => ({ ...made.page(at, isRead), visit: pageOf(noteId).visit }))),
  fc.constant(happens((at) => ({ ...made.page(at, true), visit: 'shop', where: 'jd', kind: 'item' as const }))),
  fc.tuple(onNote, fc.boolean()).map(([{ noteId }, isInFeed]) => glance(noteId, isInFeed)),
  fc
    .tuple(onItem, fc.constantFrom('kept' as const, 'regretted' as const, 'refunded' as const, 'none' as const))
    .map(([{ key }, as]) => happens((at) => made.outcome(at, key, as))),
  fc
    .tuple(onItem, fc.constantFrom('礼物', '秋天'))
    .map(([{ key, on }, name]) => happens((at) => made.tag(at, key, { tag: name, on }))),
  fc
    .tuple(onItem, fc.constantFrom('price' as const, 'gone' as const, '' as const))
    .map(([{ key }, as]) => happens((at) => made.why(at, key, as))),
  onItem.map(({ key, on }) => happens((at) => made.remark(at, key, on ? `第 ${String(at)} 句` : ''))),
  onItem.map(({ key, on }) =>
    happens((at) => ({ ...made.want(at, key, on), item: { platform: key.startsWith('jd') ? 'jd' : 'taobao' } })),
  ),
  onItem.map(({ key, on }) => happens((at) => made.group(at, key, on ? 'g' : ''))),
  onItem.map(({ key, on }) => happens((at) => made.cool(at, key, on ? made.start + at : 0))),
  fc
    .tuple(onItem, fc.constantFrom('same' as const, 'different' as const, 'none' as const))
    .map(([{ key, on }, word]) => matchWord(on ? { item: key } : { other: 'jd:0f::' }, word)),
  fc
    .tuple(
      fc.constantFrom('unpaid' as const, 'paid' as const, 'refunded' as const),
      fc.constantFrom<OrderTold>(
        'line',
        'other-line',
        'bill',
        'other-bill',
        'other-number',
        'third-number',
        'two-numbers',
        'part',
      ),
    )
    .map(([status, by]) => order(status, by)),
);

/** A life with the product, in any order that pages and their queue can produce. */
export const life = fc.array(deed, { minLength: 1, maxLength: 25 });

/** @param from the first deed's time, in ms after the start; the others follow by the second */
export async function live(db: LedgerDb, deeds: readonly Deed[], from = 0): Promise<void> {
  for (const [place, each] of deeds.entries()) await each(db, from + place * 1_000);
}
