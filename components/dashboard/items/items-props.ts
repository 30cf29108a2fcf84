import type { ItemLine, LineQuery } from '@/utils/core/item-lines';
import type { ItemRow, OrderView } from '@/utils/core/rows';
import type { PlatformId } from '@/utils/core/types';
import type { HealthFacts } from '../../notices/facts';
import type { Job } from '../../parts/job';
import type { Deed } from '../../tools';
import type { GoTo } from '../closed-card';

export type ItemsLook = 'table' | 'cards';

/** How a deed on many items ended. */
export interface BulkDone {
  deed: Deed;
  done: number;
  failed: number;
}

export interface DetailView {
  key: string;
  /** Absent while it is read; `gone` where there is no such item, or none that can be read. */
  state: 'reading' | 'ready' | 'gone';
  item?: ItemRow;
  /** Its small picture, where one is kept. */
  thumbnail?: string;
  orders: OrderView[];
  /** Joined with it by the person's own word. */
  joined: ItemLine[];
  elsewhere: ItemLine[];
}

export interface ItemsState {
  reading: Job<number>;
  /** All that there is, however it is filtered. */
  total: number;
  lines: readonly ItemLine[];
  platforms: readonly PlatformId[];
  query: LineQuery;
  look: ItemsLook;
  chosen: ReadonlySet<string>;
  bulk: Job<BulkDone>;
  /** Where the list was scrolled to. */
  top: number;
  detail?: DetailView;
}

export interface ItemsActions {
  onQuery: (change: Partial<LineQuery>) => void;
  onLook: (look: ItemsLook) => void;
  onChoose: (key: string, chosen: boolean) => void;
  /** All that the filter leaves, or none. */
  onChooseAll: (chosen: boolean) => void;
  onBulk: (deed: Deed) => void;
  onStopBulk: () => void;
  onStopReading: () => void;
  onRead: () => void;
  onTop: (top: number) => void;
  onOpenItem: (key: string) => void;
  onCloseItem: () => void;
  /** What could be joined with it as one product. */
  findToJoin: (key: string, text: string) => ItemLine[];
}

/** The person's word on what is one product, said in words when it is done, with a way back. */
export interface GroupActions {
  onJoin: (key: string, other: string) => void;
  onPart: (key: string) => void;
}

export interface ItemsProps extends ItemsActions, GroupActions {
  facts: HealthFacts;
  view: ItemsState;
  onGo: GoTo;
}
