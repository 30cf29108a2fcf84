import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DropReason, ItemRow, NoteRef } from '@/utils/core/rows';
import type { PlatformId, ResolvedLink } from '@/utils/core/types';

/** What the person can do with one item. */
export type Deed = 'save' | 'unsave' | 'bought' | 'drop' | 'undo';

/** What the person writes down about one item. */
export type ItemWord =
  | { word: 'cool'; until: number }
  | { word: 'tag'; tag: string; on: boolean }
  | { word: 'remark'; text: string }
  /** Why it was dropped; `''` takes it back. */
  | { word: 'why'; why: DropReason | '' };

/** What every row needs and no row owns. */
export interface Tools {
  /** Epoch ms: days are worded against it. */
  now: number;
  platformName: (id: PlatformId) => string;
  onDeed: (deed: Deed, key: string) => void;
  onOpen: (url: string) => void;
  /** Absent where nothing can be written down. */
  onWord?: ((word: ItemWord, item: ItemRow) => void) | undefined;
  /** Leaves the note that an item was seen on, or its author, out of the record; absent where that cannot be done. */
  onLeaveOut?: ((what: 'author' | 'note', note: NoteRef) => void) | undefined;
  /** The small picture that is kept of an item. */
  thumbnailOf?: ((key: string) => string | undefined) | undefined;
  /** What a link tells its shop, in words; absent until it is known. */
  explain?: ((link: ResolvedLink) => string[]) | undefined;
}

const idle: Tools = { now: 0, platformName: (id) => id, onDeed: () => undefined, onOpen: () => undefined };

const ToolsContext = createContext(idle);

export const ToolsProvider = ToolsContext.Provider;

export function useTools(): Tools {
  return useContext(ToolsContext);
}
