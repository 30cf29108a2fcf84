import type { ClickEvent, LandingEvent, ShopEvent } from '../../core/events';
import { findClick, landingWindowMs, withShop, type OpenClick } from '../../core/landings';
import type { ItemRow } from '../../core/rows';
import { type PricePoint, withPrice } from '../../core/prices';
import type { LinkKind, ResolvedLink } from '../../core/types';
import type { LedgerTx } from '../schema';
import { addStep, changeItem, itemKeyOf, learnItem, resolveAlias } from './items';
import type { Timed } from './late';
import { moveLinkWords } from './link-words';
import { tellParts } from './split';

const maxOpenClicks = 50;

/** Asked before a shop page is even kept, so a broken row must not hold up every shop page that comes after it. */
export async function readOpenClicks(tx: LedgerTx): Promise<OpenClick[]> {
  const row = await tx.objectStore('meta').get('open-clicks');
  const clicks: unknown[] = row?.key === 'open-clicks' && Array.isArray(row.value) ? row.value : [];
  return clicks.filter((click): click is OpenClick => typeof click === 'object' && click !== null);
}

function writeOpenClicks(tx: LedgerTx, value: OpenClick[]): Promise<string> {
  return tx.objectStore('meta').put({ key: 'open-clicks', value: value.slice(-maxOpenClicks) });
}

/** Lists are of items; but what is opened from a shop is not what an opaque link led to. */
export async function projectShop(tx: LedgerTx, event: ShopEvent): Promise<void> {
  await writeOpenClicks(tx, withShop(await readOpenClicks(tx), event));
}

/** Kinds whose item a landing may teach. A shop or a coupon venue shows many items: whatever was opened there is not the link. */
const opaqueKinds: ReadonlySet<LinkKind> = new Set(['short', 'redirector', 'deeplink', 'sharetext']);

function canLand({ itemKey, kind, shopId }: ResolvedLink): boolean {
  return itemKey !== undefined || shopId !== undefined || opaqueKinds.has(kind);
}

export async function projectClick(tx: LedgerTx, event: Timed<ClickEvent>): Promise<void> {
  const key = await resolveAlias(tx, linkKeyOf(event.link));
  await changeItem(tx, key, (row) => addStep(row, { step: 'clicked', at: event.at, evidence: 'observed' }));
  await openClick(tx, event);
}

function linkKeyOf(link: ResolvedLink): string {
  return itemKeyOf(link) ?? link.key;
}

/** Lets the click wait for its shop page; without a tab nothing could be joined to it. */
async function openClick(tx: LedgerTx, event: Timed<ClickEvent>): Promise<void> {
  if (event.tab === undefined || !canLand(event.link)) return;
  const { platform, itemKey, shopId } = event.link;
  const linkKey = linkKeyOf(event.link);
  const fresh = (await readOpenClicks(tx)).filter(({ id, at }) => id !== event.id && event.at - at <= landingWindowMs);
  const space = event.space ?? platform;
  const click: OpenClick = {
    ...{ id: event.id, at: event.at, tab: event.tab, platform, linkKey, space },
    ...(itemKey !== undefined && { itemKey }),
    ...(itemKey === undefined && shopId !== undefined && { shop: true }),
  };
  const clicks = [...fresh, click];
  // A late click waits for its late landing and pushes no newer one out.
  await writeOpenClicks(tx, event.late ? clicks.sort((a, b) => a.at - b.at) : clicks);
}

/** Joins a shop page to its click; an opaque link learns its item. What the page says of its item is kept either way. */
export async function projectLanding(tx: LedgerTx, event: Timed<LandingEvent>): Promise<void> {
  const clicks = await readOpenClicks(tx);
  const click = findClick(clicks, event);
  if (click) {
    await learnItem(tx, { linkKey: click.linkKey, itemKey: event.itemKey, platform: event.platform });
    if (click.linkKey !== event.itemKey) await moveLinkWords(tx, click.linkKey, event.itemKey);
    const orders = await tx.objectStore('orders').index('itemKey').getAll(event.itemKey); // a handful
    for (const whole of new Set(orders.map(({ partOf }) => partOf))) await tellParts(tx, whole);
    const others = clicks.filter((each) => each !== click);
    await writeOpenClicks(tx, others);
  }
  await changeItem(tx, event.itemKey, (row) => {
    const facts = event.late ? { ...factsOf(event, row), ...row } : { ...row, ...factsOf(event) };
    const prices = withPrice(row.prices ?? [], pointOf(event));
    const next = { ...withFirstPrice(facts, event), ...(prices.length > 0 && { prices }) };
    return click ? addStep(next, { step: 'landed', at: event.at, evidence: 'observed' }) : next;
  });
}

/** A price seen before the one that is known as the first is the first, whenever its row arrives. */
function withFirstPrice(row: ItemRow, { priceFen: fen, at }: LandingEvent): ItemRow {
  if (fen === undefined || (row.firstPrice && row.firstPrice.at <= at)) return row;
  return { ...row, firstPrice: { fen, at } };
}

function pointOf({ at, priceFen, priceKind, stock }: LandingEvent): PricePoint {
  return {
    at,
    ...(priceFen !== undefined && { priceFen }),
    ...(priceFen !== undefined && priceKind !== undefined && { priceKind }),
    ...(stock !== undefined && { stock }),
  };
}

/**
 * When the item's page was last read is not kept: a late landing fills only what is missing.
 * @param known what the item has, to fill: the kind of another price says nothing
 */
function factsOf({ title, shop, priceFen, priceKind, stock, itemUrl }: LandingEvent, known?: ItemRow) {
  const isSamePrice = known?.priceFen === undefined || known.priceFen === priceFen;
  return {
    ...(itemUrl !== undefined && { url: itemUrl }),
    ...(title !== undefined && { title }),
    ...(shop !== undefined && { shop }),
    ...(priceFen !== undefined && { priceFen }),
    ...(priceKind !== undefined && isSamePrice && { priceKind }),
    ...(stock !== undefined && { stock }),
  };
}
