import type { ClickEvent, LandingEvent } from '../../core/events';
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

export async function projectClick(tx: LedgerTx, event: ClickEvent): Promise<void> {
  const linkKey = itemKeyOf(event.link) ?? event.link.key;
  const key = await resolveAlias(tx, linkKey);
  await changeItem(tx, key, (row) => addStep(row, { step: 'clicked', at: event.at, evidence: 'observed' }));
  if (event.tab === undefined) return;
  const fresh = (await readOpenClicks(tx)).filter((click) => event.at - click.at <= landingWindowMs);
  const { platform, itemKey } = event.link;
  const click: OpenClick = { id: event.id, at: event.at, tab: event.tab, platform, linkKey };
  await writeOpenClicks(tx, [...fresh, itemKey === undefined ? click : { ...click, itemKey }]);
}

/** Item spaces are shared inside these groups: a union link of one may land on the other. */
function isSameHouse(platform: string, landing: string): boolean {
  const ali = ['taobao', 'tmall'];
  return platform === landing || (ali.includes(platform) && ali.includes(landing));
}

/**
 * The click that opened this page: same tab or opener tab, in time, the newest first. Referrers are not asked: shops and
 * note sites suppress them.
 */
export function findClick(clicks: readonly OpenClick[], event: LandingEvent): OpenClick | undefined {
  return clicks.findLast(
    (click) =>
      (click.tab === event.tab || click.tab === event.opener) &&
      click.at <= event.at &&
      event.at - click.at <= landingWindowMs &&
      (click.itemKey === undefined ? isSameHouse(click.platform, event.platform) : click.itemKey === event.itemKey),
  );
}

/** Joins a shop page to its click; an opaque link learns its item. True when the page concerns an item of a note. */
export async function projectLanding(tx: LedgerTx, event: LandingEvent): Promise<void> {
  const clicks = await readOpenClicks(tx);
  const click = findClick(clicks, event);
  if (click) {
    await learnItem(tx, click.linkKey, event.itemKey);
    await writeOpenClicks(
      tx,
      clicks.filter((each) => each !== click),
    );
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
