import type { ItemsState } from '@/components/dashboard/items/items-props';
import {
  everyLine,
  type ItemLine,
  joinedWith,
  type LineQuery,
  sameElsewhere,
  selectLines,
} from '@/utils/core/item-lines';

/** The lines in memory and what is on screen of them. */
export interface ItemsStore {
  all: () => readonly ItemLine[];
  state: () => ItemsState;
  show: (change: Partial<ItemsState>) => void;
  /** Changes what is known without drawing it. */
  note: (change: Partial<ItemsState>) => void;
  showLines: (lines: ItemLine[]) => void;
  /** Puts fresh lines in place of older ones; those without a line are gone. */
  replace: (fresh: ReadonlyMap<string, ItemLine | undefined>) => void;
  ask: (change: Partial<LineQuery>) => void;
  closeDetail: () => void;
}

export function itemsStore(redraw: () => void): ItemsStore {
  let all: ItemLine[] = [];
  let state: ItemsState = {
    ...{ reading: { state: 'idle' }, bulk: { state: 'idle' }, query: everyLine, look: 'table' },
    ...{ total: 0, lines: [], platforms: [], chosen: new Set<string>(), top: 0 },
  };
  const note = (change: Partial<ItemsState>) => void (state = { ...state, ...change });
  const show = (change: Partial<ItemsState>) => {
    note(change);
    redraw();
  };
  const showLines = (lines: ItemLine[]) => {
    all = lines;
    const platforms = [...new Set(lines.map(({ platform }) => platform))].sort();
    // An item that was opened by its address may be there before the lines are.
    const detail = state.detail && { ...state.detail, ...sameAs(lines, state.detail.key) };
    show({ total: lines.length, lines: selectLines(lines, state.query), platforms, ...(detail && { detail }) });
  };
  return {
    all: () => all,
    state: () => state,
    show,
    note,
    showLines,
    replace: (fresh) => showLines(all.flatMap((line) => (fresh.has(line.key) ? (fresh.get(line.key) ?? []) : line))),
    ask: (change) => {
      const query = { ...state.query, ...change };
      show({ query, lines: selectLines(all, query), top: 0 });
    },
    closeDetail: () => {
      const { detail: _closed, ...rest } = state;
      state = rest;
    },
  };
}

/** What is the same product, by the person's word and by its name. */
export function sameAs(lines: readonly ItemLine[], key: string) {
  return { joined: joinedWith(lines, key), elsewhere: sameElsewhere(lines, key) };
}
