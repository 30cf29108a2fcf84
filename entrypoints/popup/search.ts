import type { FoundView } from '@/components/popup/props';
import {
  everything,
  isPlain,
  type SearchList,
  searchLines,
  type SearchQuery,
  type SearchStanding,
  standings,
} from '@/utils/core/search';
import { pageSize } from '@/utils/ledger/queries';
import { type OpenLedger, readTwice } from '@/utils/ledger/read-twice';
import { getItems, readSearchList } from '@/utils/ledger/search-lines';

interface Search {
  open: OpenLedger;
  by: 'savedAt' | 'purchasedAt';
  show: (found: FoundView) => void;
}

const nothing: FoundView = { state: 'reading', read: 0, total: 0, items: [], platforms: [], tags: [], standings: [] };

/** What the lines can be narrowed to. */
function choicesIn({ lines }: SearchList): Pick<FoundView, 'platforms' | 'tags' | 'standings'> {
  const there = new Set<SearchStanding>(lines.flatMap((line) => line.standings));
  return {
    platforms: [...new Set(lines.map(({ platform }) => platform))].sort(),
    tags: [...new Set(lines.flatMap((line) => line.tags))].sort(),
    standings: standings.filter((standing) => there.has(standing)),
  };
}

/**
 * Searches one list. Its lines are read when the person begins to search, and again when the ledger has changed; each
 * word is then looked for in memory.
 */
export function listSearch({ open, by, show }: Search) {
  let list: SearchList | undefined;
  let reading: AbortController | undefined;
  let asked: { query: SearchQuery; pages: number } = { query: everything, pages: 1 };
  let turn = 0;

  const answer = async (all: SearchList): Promise<void> => {
    const mine = (turn += 1);
    const { query, pages } = asked;
    const found = searchLines(all, query);
    const keys = isPlain(query) ? [] : found.slice(0, pages * pageSize).map(({ key }) => key);
    const items = await readTwice(open, (db) => getItems(db, keys));
    if (mine !== turn) return; // another word was asked for meanwhile
    show({ state: 'ready', read: all.lines.length, total: found.length, items, ...choicesIn(all) });
  };

  const read = async (signal: AbortSignal): Promise<void> => {
    // Where something is on screen already, it stays there until the new lines are read.
    const onProgress = (count: number) => (list ? undefined : show({ ...nothing, read: count }));
    list = await readTwice(open, (db) => readSearchList(db, by, { signal, onProgress }));
    await answer(list);
  };

  const start = (): void => {
    reading?.abort();
    const { signal } = (reading = new AbortController());
    void read(signal).catch(() => (signal.aborted ? undefined : show({ ...nothing, state: 'error' })));
  };

  return {
    /** Reads what a search needs, once. */
    begin: (): void => {
      if (!reading) start();
    },
    ask: (query: SearchQuery, pages: number): void => {
      asked = { query, pages };
      if (list) void answer(list).catch(() => show({ ...nothing, state: 'error' }));
      else if (!reading) start();
    },
    /** The ledger has changed: what nobody has asked for is not read. */
    refresh: (): void => {
      if (reading) start();
    },
  };
}
