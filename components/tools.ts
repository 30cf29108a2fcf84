import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PlatformId } from '@/utils/core/types';

/** What the person can do with one item. */
export type Deed = 'save' | 'unsave' | 'bought' | 'drop' | 'undo';

/** What every row needs and no row owns. */
export interface Tools {
  /** Epoch ms: days are worded against it. */
  now: number;
  platformName: (id: PlatformId) => string;
  onDeed: (deed: Deed, key: string) => void;
  onOpen: (url: string) => void;
}

const idle: Tools = { now: 0, platformName: (id) => id, onDeed: () => undefined, onOpen: () => undefined };

const ToolsContext = createContext(idle);

export const ToolsProvider = ToolsContext.Provider;

export function useTools(): Tools {
  return useContext(ToolsContext);
}
