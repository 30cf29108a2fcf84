import type { BulkDone, ItemsActions } from '@/components/dashboard/items/items-props';
import type { PopupActions } from '@/components/popup/props';
import type { Deed } from '@/components/tools';
import { inOrder } from '@/utils/core/in-order';
import { findToJoin } from '@/utils/core/item-lines';
import { getItemDetail, type ItemDetail, readLines, readLinesOf } from '@/utils/ledger/item-lines';
import { readTwice } from '@/utils/ledger/read-twice';
import { isTold } from '@/utils/messages/ask';
import type { OwnMessage } from '@/utils/messages/protocol';
import { doMany, messageOf } from './item-deeds';
import type { Regroup } from './item-groups';
import { itemsStore, type ItemsStore, sameAs } from './items-store';
import { beforeClosing, longWork } from './long-work';
import type { Desk } from './view';

const param = 'item';

/** All lines in memory, read once and again when the ledger has changed; searched, sorted and chosen from here. */
export function itemsWork(desk: Desk) {
  const store = itemsStore(desk.redraw);
  const bulk = longWork<BulkDone, 'failed'>(
    (job) => store.show({ bulk: job }),
    () => 'failed',
  );
  const reading = readingWork(desk, store, bulk.isRunning);
  const readDetail = detailWork(desk, store);
  const readAgain = async (keys: readonly string[]) =>
    store.replace(await readTwice(desk.open, (db) => readLinesOf(db, keys)));
  const onBulk = async (deed: Deed) => {
    const keys = [...store.state().chosen];
    await bulk.start((reins) => beforeClosing(() => doMany(keys, deed, reins)));
    await readAgain(keys).catch(() => undefined); // what is on screen stays until the next reading
    await reading.goOn();
  };
  const say = async (message: OwnMessage, key: string): Promise<boolean> => {
    const isStored = await isTold(message);
    await readAgain([key]).catch(() => undefined); // as above
    desk.refresh();
    return isStored;
  };
  const regroup: Regroup = async (words) => {
    let isStored = true;
    for (const word of words) isStored = isStored && (await isTold(word));
    await readAgain(words.map(({ key }) => key)).catch(() => undefined); // as above
    desk.refresh();
    return isStored;
  };
  const actions: ItemsActions = {
    ...choosing(store),
    onQuery: store.ask,
    onBulk: (deed) => void onBulk(deed),
    onStopBulk: bulk.stop,
    onStopReading: reading.stop,
    onRead: desk.refresh,
    onOpenItem: (key) => desk.goTo('items', undefined, { [param]: key }),
    onCloseItem: () => desk.goTo('items'),
    findToJoin: (key, text) => findToJoin(store.all(), key, text),
  };
  return {
    ...{ state: store.state, lines: store.all, actions, words: wordsOn(say), regroup },
    read: () => (readDetail(), reading.read()),
  };
}

type Words = Pick<PopupActions, 'save' | 'unsave' | 'markBought' | 'drop' | 'undo' | 'cool' | 'tag' | 'remark' | 'why'>;

/** What the person says of one item, as in the popup. */
function wordsOn(say: (message: OwnMessage, key: string) => Promise<boolean>): Words {
  const deed = (name: Deed) => (key: string) => say(messageOf(name, key), key);
  return {
    ...{
      save: deed('save'),
      unsave: deed('unsave'),
      markBought: deed('bought'),
      drop: deed('drop'),
      undo: deed('undo'),
    },
    cool: (key, until) => say({ type: 'cool', key, until }, key),
    tag: (key, tag, on) => say({ type: 'tag', key, tag, on }, key),
    remark: (key, text) => say({ type: 'remark', key, text }, key),
    why: (key, why) => say({ type: 'why', key, why }, key),
  };
}

/** What is chosen, how it looks, and where the list was left: nothing that anybody else need know. */
function choosing(store: ItemsStore): Pick<ItemsActions, 'onLook' | 'onChoose' | 'onChooseAll' | 'onTop'> {
  const choose = (chosen: Set<string>) => store.show({ chosen, bulk: { state: 'idle' } });
  return {
    onLook: (look) => store.show({ look, top: 0 }),
    onChoose: (key, isChosen) => {
      const others = [...store.state().chosen].filter((each) => each !== key);
      choose(new Set(isChosen ? [...others, key] : others));
    },
    onChooseAll: (isChosen) => choose(new Set(isChosen ? store.state().lines.map(({ key }) => key) : [])),
    onTop: (top) => store.note({ top }), // the list itself knows already
  };
}

/** Reads all lines, once more when something changed meanwhile, and not while nobody looks or a deed is under way. */
function readingWork(desk: Desk, store: ItemsStore, isBusy: () => boolean) {
  let isStale = false;
  const work = longWork<number, 'failed'>(
    (job) => store.show({ reading: job }),
    () => 'failed',
  );
  const goOn = async () => {
    while (isStale && !work.isRunning() && !isBusy() && !document.hidden) {
      isStale = false;
      await work.start(async (reins) => {
        const lines = await readTwice(desk.open, (db) => readLines(db, reins));
        store.showLines(lines);
        return lines.length;
      });
      if (store.state().reading.state !== 'done') return; // stopped or failed: the person says when to go on
    }
  };
  const read = () => {
    isStale = true;
    void goOn();
  };
  document.addEventListener('visibilitychange', () => void goOn());
  return { read, goOn, stop: work.stop };
}

/** The item that the address names, with what belongs to it. */
function detailWork(desk: Desk, store: ItemsStore): () => void {
  const openKey = () => new URLSearchParams(window.location.search).get(param) ?? undefined;
  const showDetail = inOrder<{ key: string; found: ItemDetail | undefined }>(({ key, found }) => {
    if (key !== openKey()) return;
    store.show({ detail: { key, state: found ? 'ready' : 'gone', orders: [], ...sameAs(store.all(), key), ...found } });
  });
  const read = async (key: string) => ({ key, found: await readTwice(desk.open, (db) => getItemDetail(db, key)) });
  return () => {
    const key = openKey();
    if (key === undefined) return store.closeDetail();
    const nothing = { orders: [], joined: [], elsewhere: [] };
    if (store.state().detail?.key !== key) store.note({ detail: { key, state: 'reading', ...nothing } });
    void showDetail(read(key));
  };
}
