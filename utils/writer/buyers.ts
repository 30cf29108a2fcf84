import { type Buyers, buyerTail } from '../core/buyers';
import { hmacHex } from '../core/hmac';
import type { KeyedPurchase } from '../ledger/purchases';
import type { Answers } from '../messages/protocol';
import { decodeBuyers } from '../schemas/buyers';
import type { SettingsArea } from '../settings';
import { spaceOrId } from './door';
import type { WriterDesk } from './write';

/** Beside the settings: no page's script needs to know it. */
const buyersKey = 'buyers';

export async function readBuyers(area: Pick<SettingsArea, 'get'>): Promise<Buyers | undefined> {
  return decodeBuyers((await area.get(buyersKey))[buyersKey]);
}

function writeBuyers(area: Pick<SettingsArea, 'set'>, buyers: Buyers): Promise<void> {
  return area.set({ [buyersKey]: buyers });
}

/** The item space of the shops whose order ids say whose they are. */
export const toldSpace = 'ali';

/** Whether what is known of accounts is learnt from this platform's orders. */
export function isOfTold(desk: WriterDesk, platform: string): boolean {
  return spaceOrId(desk, platform) === toldSpace;
}

/** An account becomes the person's own by a page of this many orders; the first one is taken for theirs. */
const fewestForOwn = 3;

/** How many lines of a page are of an account that is not the person's, or not yet: 0 unless it is all of them. */
export async function countOthers(desk: WriterDesk, lines: readonly KeyedPurchase[]): Promise<number> {
  const told = lines.filter(({ space }) => space === toldSpace);
  const tail = buyerTail(told.map(({ orderId }) => orderId));
  const [first] = told;
  if (!tail || !first) return 0;
  const buyers = (await readBuyers(desk.storage)) ?? { salt: newSalt(), mine: [], others: [] };
  const mark = await hmacHex(new TextEncoder().encode(buyers.salt), tail.digits);
  if (buyers.mine.includes(mark)) return 0;
  if (buyers.mine.length === 0) {
    if (tail.orders >= fewestForOwn) await writeBuyers(desk.storage, { ...buyers, mine: [mark] });
    return 0;
  }
  if (!buyers.others.includes(mark)) {
    const asked = { mark, platform: first.platform, orders: tail.orders, at: desk.now() };
    await writeBuyers(desk.storage, { ...buyers, asked });
  }
  return told.length;
}

/** Whether orders, as a bill names them, are of an account that is not the person's, as far as their pages have told. */
export async function areOfAnother(area: Pick<SettingsArea, 'get'>, orderIds: Iterable<string>): Promise<boolean> {
  const tail = buyerTail([...orderIds].filter(isLong));
  const buyers = tail && (await readBuyers(area));
  if (!buyers || buyers.mine.length === 0) return false;
  return !buyers.mine.includes(await hmacHex(new TextEncoder().encode(buyers.salt), tail.digits));
}

/** Bills have numbers of payments among those of orders. */
function isLong(orderId: string): boolean {
  return /^\d{18,20}$/.test(orderId);
}

/** The person's word on the account that was asked about. */
export async function takeBuyer(desk: WriterDesk, isMine: boolean): Promise<Answers['own']> {
  const buyers = await readBuyers(desk.storage);
  if (!buyers?.asked) return { ok: false };
  const { asked, ...rest } = buyers;
  const list = isMine ? 'mine' : 'others';
  await writeBuyers(desk.storage, { ...rest, [list]: [...rest[list], asked.mark] });
  desk.announce();
  return { ok: true };
}

/** Whose orders they are is learnt anew: of those that were known none is there any more. */
export function forgetBuyers(area: Pick<SettingsArea, 'set'>): Promise<void> {
  return area.set({ [buyersKey]: {} });
}

function newSalt(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
