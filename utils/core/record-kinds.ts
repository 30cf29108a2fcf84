/** Kinds of what is recorded, as a person tells them apart; each has its own switch. */
export const recordKinds = ['links', 'clicks', 'screen', 'orders'] as const;
export type RecordKind = (typeof recordKinds)[number];

const kinds: Record<string, RecordKind> = {
  note: 'links',
  sighting: 'links',
  collect: 'links',
  click: 'clicks',
  landing: 'clicks',
  shop: 'clicks',
  signal: 'clicks',
  exposure: 'screen',
  purchase: 'orders',
};

/**
 * Whether rows of a type are wanted. That a page was visited is always kept, since it tells what could not be read; and a
 * click says which link it followed, so without links there are no clicks.
 */
export function isKindWanted(type: string, unwanted: readonly RecordKind[]): boolean {
  const kind = kinds[type];
  if (kind === undefined) return true;
  return !unwanted.includes(kind) && !(kind === 'clicks' && unwanted.includes('links'));
}
