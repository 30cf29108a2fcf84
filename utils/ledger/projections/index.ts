import type { LedgerEvent, MarkEvent, WantEvent } from '../../core/events';
import type { ItemRow } from '../../core/rows';
import type { LedgerTx } from '../schema';
import { changeItem, resolveAlias, wantItem } from './items';
import { projectClick, projectLanding } from './landings';
import { projectCollect, projectNote, projectSighting } from './notes';
import { projectPurchase } from './orders';
import { countLink, countPage } from './tallies';

/** Brings every list up to date with one event, in the event's own transaction. */
export async function project(tx: LedgerTx, event: LedgerEvent): Promise<void> {
  switch (event.type) {
    case 'note':
      return projectNote(tx, event);
    case 'sighting':
      await countLink(tx, event);
      return projectSighting(tx, event);
    case 'click':
      await countLink(tx, event);
      return projectClick(tx, event);
    case 'collect':
      return projectCollect(tx, event);
    case 'landing':
      return projectLanding(tx, event);
    case 'page':
      return countPage(tx, event);
    case 'purchase':
      return projectPurchase(tx, event);
    case 'want':
      return projectWant(tx, event);
    case 'mark':
      return changeItem(tx, await resolveAlias(tx, event.key), (row) => markItem(row, event));
  }
}

async function projectWant(tx: LedgerTx, { key, wanted, at }: WantEvent): Promise<void> {
  await changeItem(tx, await resolveAlias(tx, key), (row) => {
    const { unwantedAt: _older, ...rest } = row;
    return wanted ? wantItem(rest, 'item', at) : { ...rest, savedBy: [], unwantedAt: at };
  });
}

function markItem(row: ItemRow, event: MarkEvent): ItemRow {
  const { mark: _before, ...rest } = row;
  return event.mark === 'none' ? rest : { ...rest, mark: { as: event.mark, at: event.at } };
}
