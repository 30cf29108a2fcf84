import browser from 'webextension-polyfill';
import type { BillActions, BillFile, BillPreview, BillView } from '@/components/dashboard/purchases/bill-props';
import { type LookedBills, type LookedFile, lookAtBills } from '@/utils/bills/look';
import { groupByOrder, inParts } from '@/utils/bills/orders';
import { sendBill } from '@/utils/bills/send';
import { importLock, type BillSent } from '@/utils/core/bill-parts';
import type { Purchase } from '@/utils/core/types';
import { areKnownOrders, countNews, type KeyedPurchase, keyedPurchase } from '@/utils/ledger/purchases';
import { identityOf } from '@/utils/links/list';
import { isTold, sendBillPart } from '@/utils/messages/ask';
import { areOfAnother, toldSpace } from '@/utils/writer/buyers';
import { readTakenBack } from '@/utils/writer/begun-imports';
import { readRetention } from '@/utils/writer/kept-retention';
import { longWork, type Reins } from './long-work';
import type { Desk } from './view';

export const untouchedBills: BillView = { reading: { state: 'idle' }, writing: { state: 'idle' } };

/** A look into bills, and then, if the person wants it, the import. What was read stays in this page's memory alone. */
export function billWork(desk: Desk, show: (view: BillView) => void) {
  let view = untouchedBills;
  let looked: Purchase[] = [];
  const change = (part: Partial<BillView>) => show((view = { ...view, ...part }));
  const reading = longWork<BillPreview, 'failed'>(
    (job) => change({ reading: job }),
    () => 'failed',
  );
  const writing = longWork<BillSent, 'failed'>(
    (job) => change({ writing: job }),
    () => 'failed',
  );
  const forget = () => {
    looked = [];
    change(untouchedBills);
  };
  const look = (files: readonly File[]) => async (reins: Reins) => {
    const total = files.reduce((sum, { size }) => sum + size, 0);
    const onProgress = (done: number) => reins.onProgress({ done, total });
    const bills = await lookAtBills(files, { signal: reins.signal, rest, onProgress });
    const { taken, preview } = await compareAll(desk, bills, reins);
    looked = taken;
    return preview;
  };
  const readAgain = async () => change({ takenBack: await readTakenBack(browser.storage.local) });
  const actions: Omit<BillActions, 'onMatch'> = {
    onFiles: (files) => {
      forget();
      void reading.start(look(files));
    },
    onImport: () => void writing.start((reins) => importAll(desk, looked, reins)).then(desk.refresh),
    onForget: () => void isTold({ type: 'forget-taken-back' }).then(readAgain),
    onAgain: forget,
    onStop: () => [reading, writing].forEach((work) => work.stop()),
  };
  return { actions, read: () => void readAgain() };
}

/** The screen's turn. */
function rest(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

const comparedAtOnce = 500;

/** What the ledger would take, of what was looked at, and what it would change. */
async function compareAll(desk: Desk, { files, purchases, stray, nameless }: LookedBills, { signal }: Reins) {
  const fitting: Purchase[] = [];
  for (const some of slicesOf(stray)) {
    const isKnown = await areKnownOrders(await desk.open(), some.map(keyed));
    fitting.push(...some.filter((_refund, place) => isKnown[place]));
    signal.throwIfAborted();
  }
  const orders = groupByOrder([...purchases, ...fitting]);
  const moment = { at: desk.now(), zoneMinutes: zoneOf(desk.now()) };
  let fresh = 0;
  for (const some of inParts(orders, comparedAtOnce)) {
    fresh += await countNews(await desk.open(), some.flat().map(keyed), moment);
    signal.throwIfAborted();
  }
  const lostRefunds = nameless + stray.length - fitting.length;
  const known = orders.length - fresh;
  const { purchases: keptDays } = (await readRetention(browser.storage.local)).limits;
  const bought = purchases
    .filter(({ platform }) => identityOf(platform)?.space === toldSpace)
    .map(({ orderId }) => orderId);
  const isOfAnother = await areOfAnother(browser.storage.local, bought);
  const counts = {
    ...{ fresh, known, lostRefunds },
    ...(keptDays !== undefined && { keptDays }),
    ...(isOfAnother && { isOfAnother }),
  };
  const preview: BillPreview = { files: files.map(fileOf), platforms: sharesOf(orders), ...counts };
  return { taken: orders.flat(), preview };
}

function keyed(purchase: Purchase): KeyedPurchase {
  return keyedPurchase((platform) => identityOf(platform)?.space, purchase);
}

function* slicesOf<T>(all: readonly T[]): Iterable<readonly T[]> {
  for (let from = 0; from < all.length; from += comparedAtOnce) yield all.slice(from, from + comparedAtOnce);
}

function fileOf({ size: _size, ...file }: LookedFile): BillFile {
  return file;
}

function sharesOf(orders: readonly Purchase[][]): BillPreview['platforms'] {
  const counts = new Map<string, number>();
  for (const [{ platform } = { platform: '' }] of orders) counts.set(platform, (counts.get(platform) ?? 0) + 1);
  return [...counts].map(([platform, count]) => ({ platform, count })).sort((a, b) => b.count - a.count);
}

async function importAll(desk: Desk, purchases: readonly Purchase[], reins: Reins): Promise<BillSent> {
  const now = desk.now();
  const importId = crypto.randomUUID();
  const left = new AbortController();
  const signal = AbortSignal.any([reins.signal, left.signal]);
  // What was stored goes with the page that would have sent the rest.
  const leave = () => {
    left.abort();
    void isTold({ type: 'bill-undo', importId, isLeft: true });
  };
  window.addEventListener('beforeunload', askToStay);
  window.addEventListener('pagehide', leave);
  try {
    const sending = { importId, now, zoneMinutes: zoneOf(now), send: sendBillPart, undo: undoBill };
    // While it is held, the background knows that this page is there to go on.
    return await navigator.locks.request(importLock(importId), () =>
      sendBill(purchases, { ...reins, ...sending, signal }),
    );
  } finally {
    window.removeEventListener('beforeunload', askToStay);
    window.removeEventListener('pagehide', leave);
  }
}

function undoBill(importId: string): Promise<boolean> {
  return isTold({ type: 'bill-undo', importId });
}

/** An import ends with its page. */
function askToStay(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function zoneOf(now: number): number {
  return -new Date(now).getTimezoneOffset();
}
