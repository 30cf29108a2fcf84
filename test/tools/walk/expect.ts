import { items, type TruthNote, truthOrders } from '../../replica/truth';
import { type Deed, type How, keyOf } from './plan';

export type Step = 'seen' | 'clicked' | 'landed' | 'saved' | 'ordered' | 'bought' | 'dropped';

interface ExpectedItem {
  key: string;
  /** A short link of one shop may end at the other shop of the same company. */
  platforms: Set<string>;
  title: string;
  noteId: string;
  steps: Set<Step>;
}

export interface ExpectedClick {
  surface: string;
  how: How;
  platform: string;
  key: string;
}

/** What the ledger must hold after the deeds so far, worked out from the replica's truth alone. */
export interface Expected {
  items: Map<string, ExpectedItem>;
  clicks: ExpectedClick[];
  unmatchedPurchases: number;
  unread: number;
}

export function expectNothing(): Expected {
  return { items: new Map(), clicks: [], unmatchedPurchases: 0, unread: 0 };
}

/** Adds one deed; returns the keys of the items it changes. */
export function expectDeed(expected: Expected, deed: Deed): string[] {
  switch (deed.do) {
    case 'connect':
      return [];
    case 'follow':
      return expectFollow(expected, deed);
    case 'collect':
      return see(expected, deed.note).map((key) => step(expected, key, 'saved'));
    case 'uncollect':
      return see(expected, deed.note).map((key) => unstep(expected, key, 'saved'));
    case 'save':
      see(expected, deed.note);
      return [step(expected, deed.key, 'saved')];
    case 'orders':
      return expectOrders(expected, deed.page);
    case 'bought':
      return [step(expected, deed.key, 'bought')];
    case 'drop':
      return [step(expected, deed.key, 'dropped')];
  }
}

function expectFollow(expected: Expected, { note, link, how }: Extract<Deed, { do: 'follow' }>): string[] {
  const key = keyOf(link);
  see(expected, note);
  expected.clicks.push({ surface: link.surface, how, platform: link.platform, key });
  step(expected, key, 'clicked');
  return [step(expected, key, 'landed')];
}

/** An open note shows every link that no 展开 hides. */
function see(expected: Expected, note: TruthNote): string[] {
  const shown = note.links.filter((link) => !link.hidden && link.opens.itemKey !== undefined);
  return shown.map((link) => {
    const key = keyOf(link);
    const item = Object.values(items).find((each) => each.key === key);
    if (!item) throw new Error(`The replica sells no ${key}`);
    const platforms = new Set([link.platform, item.platform]);
    const fresh = { key, platforms, title: item.title, noteId: note.id, steps: new Set<Step>(['seen']) };
    if (!expected.items.has(key)) expected.items.set(key, fresh);
    return key;
  });
}

function expectOrders(expected: Expected, page: string): string[] {
  const orders = truthOrders.filter((order) => order.page === page);
  const keys = orders
    .filter((order) => order.paidFen !== undefined)
    .flatMap((order) => order.lines.map((line) => line.itemKey));
  const seen = keys.filter((key) => expected.items.has(key));
  expected.unmatchedPurchases += keys.length - seen.length;
  // Just placed; a cancelled one is older than any note that the walk reads.
  const open = orders.filter(({ kind }) => kind === 'unpaid').flatMap(({ lines }) => lines);
  for (const { itemKey } of open) step(expected, itemKey, 'ordered');
  expected.unread += orders.filter((order) => order.kind === 'unreadable').length;
  return seen.map((key) => step(expected, key, 'bought'));
}

function step(expected: Expected, key: string, name: Step): string {
  expected.items.get(key)?.steps.add(name);
  return key;
}

function unstep(expected: Expected, key: string, name: Step): string {
  expected.items.get(key)?.steps.delete(name);
  return key;
}
