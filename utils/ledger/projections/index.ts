import type { MarkEvent, TimedEvent, WantEvent } from '../../core/events';
import type { ItemRow } from '../../core/rows';
import type { LedgerTx } from '../schema';
import { addWantedItem, changeItem, resolveAlias, wantItem } from './items';
import { withGroup, withRemark, withTag, withWhy } from './jottings';
import { isOutdated, type Timed } from './late';
import { projectClick, projectLanding, projectShop } from './landings';
import { projectCollect, projectNote, projectSighting } from './notes';
import { projectMatch, projectPurchase } from './orders';
import { projectCool, withOutcome } from './endings';
import { projectSignal } from './signals';
import { countLink, countPage } from './tallies';

/** Brings every list up to date with one event, in the event's own transaction. */
export async function project(tx: LedgerTx, event: TimedEvent): Promise<void> {
  switch (event.type) {
    case 'note':
      return projectNote(tx, event);
    case 'sighting':
      if (event.again) return; // no list holds who posted a link
      await countLink(tx, event);
      return projectSighting(tx, event);
    case 'click':
      await countLink(tx, event);
      return projectClick(tx, event);
    case 'collect':
      return projectCollect(tx, event);
    case 'landing':
      return projectLanding(tx, event);
    case 'shop':
      return projectShop(tx, event);
    case 'signal':
      return projectSignal(tx, event);
    case 'page':
      return countPage(tx, event);
    case 'purchase':
      return projectPurchase(tx, event);
    case 'want':
      return projectWant(tx, event);
    case 'mark':
      return changeItem(tx, await resolveAlias(tx, event.key), (row) => markItem(row, event));
    case 'tag':
      return changeItem(tx, await resolveAlias(tx, event.key), (row) => withTag(row, event));
    case 'remark':
      return changeItem(tx, await resolveAlias(tx, event.key), (row) => withRemark(row, event));
    case 'group':
      return changeItem(tx, await resolveAlias(tx, event.key), (row) => withGroup(row, event));
    case 'why':
      return changeItem(tx, await resolveAlias(tx, event.key), (row) => withWhy(row, event));
    case 'outcome':
      return changeItem(tx, await resolveAlias(tx, event.key), (row) => withOutcome(row, event));
    case 'cool':
      return projectCool(tx, event);
    case 'match':
      return projectMatch(tx, event);
  }
}

async function projectWant(tx: LedgerTx, event: Timed<WantEvent>): Promise<void> {
  const key = await resolveAlias(tx, event.key);
  await addWantedItem(tx, { key, ...(event.item && { item: event.item }) });
  const since = event.late ? await listReasonsSince(tx, key, event.at) : [];
  await changeItem(tx, key, (row) => {
    if (isOutdated(event, row.wantedAt, row.unwantedAt)) return row;
    const { wantedAt: _yes, unwantedAt: _no, ...rest } = row;
    if (event.wanted) return { ...wantItem(rest, 'item', event.at), wantedAt: event.at };
    return { ...rest, savedBy: since, unwantedAt: event.at };
  });
}

/** Notes that were collected after the person turned their item down: it is wanted again for those. */
async function listReasonsSince(tx: LedgerTx, key: string, at: number): Promise<string[]> {
  const { savedBy = [] } = (await tx.objectStore('items').get(key)) ?? {};
  const notes = await Promise.all(savedBy.map((by) => tx.objectStore('notes').get(by)));
  return savedBy.filter((_by, place) => {
    const { collectedAt, decidedAt = collectedAt } = notes[place] ?? {};
    return collectedAt !== undefined && (decidedAt ?? 0) > at;
  });
}

function markItem(row: ItemRow, event: Timed<MarkEvent>): ItemRow {
  if (isOutdated(event, row.mark?.at, row.unmarkedAt)) return row;
  const { mark: before, unmarkedAt: _taken, ...rest } = row;
  if (event.mark === 'none') return { ...rest, unmarkedAt: event.at };
  // Said once more, as of many items at once: what was said with it, such as a reason, stands.
  const since = before?.as === event.mark ? (before.since ?? before.at) : undefined;
  return { ...rest, mark: { as: event.mark, at: event.at, ...(since !== undefined && { since }) } };
}
