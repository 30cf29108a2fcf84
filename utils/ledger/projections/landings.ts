import type { ClickEvent, LandingEvent } from '../../core/events';
import type { LinkKind, ResolvedLink } from '../../core/types';
import type { LedgerTx, OpenClick } from '../schema';
import { addStep, changeItem, itemKeyOf, learnItem, resolveAlias } from './items';

/** A landing later than this belongs to something else; a slow login page in between still fits. */
const landingWindowMs = 5 * 60_000;
const maxOpenClicks = 50;

export async function readOpenClicks(tx: LedgerTx): Promise<OpenClick[]> {
  const row = await tx.objectStore('meta').get('open-clicks');
  return row?.key === 'open-clicks' ? row.value : [];
}

function writeOpenClicks(tx: LedgerTx, value: OpenClick[]): Promise<string> {
  return tx.objectStore('meta').put({ key: 'open-clicks', value: value.slice(-maxOpenClicks) });
}

/** Kinds whose item a landing may teach. A shop or a coupon venue shows many items: whatever was opened there is not the link. */
const opaqueKinds: ReadonlySet<LinkKind> = new Set(['short', 'redirector', 'deeplink', 'sharetext']);

function canLand({ itemKey, kind, shopId }: ResolvedLink): boolean {
  return itemKey !== undefined || (opaqueKinds.has(kind) && shopId === undefined);
}

export async function projectClick(tx: LedgerTx, event: ClickEvent): Promise<void> {
  const key = await resolveAlias(tx, linkKeyOf(event.link));
  await changeItem(tx, key, (row) => addStep(row, { step: 'clicked', at: event.at, evidence: 'observed' }));
  await openClick(tx, event);
}

function linkKeyOf(link: ResolvedLink): string {
  return itemKeyOf(link) ?? link.key;
}

/** Lets the click wait for its shop page; without a tab nothing could be joined to it. */
export async function openClick(tx: LedgerTx, event: ClickEvent): Promise<void> {
  if (event.tab === undefined || !canLand(event.link)) return;
  const { platform, itemKey } = event.link;
  const linkKey = linkKeyOf(event.link);
  const fresh = (await readOpenClicks(tx)).filter(({ id, at }) => id !== event.id && event.at - at <= landingWindowMs);
  const space = event.space ?? platform;
  const click: OpenClick = { id: event.id, at: event.at, tab: event.tab, platform, linkKey, space };
  await writeOpenClicks(tx, [...fresh, itemKey === undefined ? click : { ...click, itemKey }]);
}

/**
 * The click that opened this page: same tab or opener tab, in time, the newest first. Referrers are not asked: shops and
 * note sites suppress them.
 */
export function findClick(clicks: readonly OpenClick[], event: LandingEvent): OpenClick | undefined {
  const space = event.itemKey.slice(0, event.itemKey.indexOf(':'));
  return clicks.findLast(
    (click) =>
      (click.tab === event.tab || click.tab === event.opener) &&
      click.at <= event.at &&
      event.at - click.at <= landingWindowMs &&
      (click.itemKey === undefined ? click.space === space : click.itemKey === event.itemKey),
  );
}

/** Joins a shop page to its click; an opaque link learns its item. What the page says of its item is kept either way. */
export async function projectLanding(tx: LedgerTx, event: LandingEvent): Promise<void> {
  const clicks = await readOpenClicks(tx);
  const click = findClick(clicks, event);
  if (click) {
    await learnItem(tx, { linkKey: click.linkKey, itemKey: event.itemKey, platform: event.platform });
    const others = clicks.filter((each) => each !== click);
    await writeOpenClicks(tx, others);
  }
  const { title, shop, priceFen, itemUrl } = event;
  await changeItem(tx, event.itemKey, (row) => {
    const next = {
      ...row,
      ...(itemUrl !== undefined && { url: itemUrl }),
      ...(title !== undefined && { title }),
      ...(shop !== undefined && { shop }),
      ...(priceFen !== undefined && { priceFen }),
    };
    return click ? addStep(next, { step: 'landed', at: event.at, evidence: 'observed' }) : next;
  });
}
