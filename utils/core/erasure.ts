import type { PlatformId, SiteId } from './types';

/** What the person may have erased: one thing, wherever it left a trace, or a stretch of time. */
export type Erasure =
  | { kind: 'item'; key: string }
  | { kind: 'note'; site: SiteId; id: string }
  | { kind: 'platform'; platform: PlatformId }
  /** Epoch ms: from the first to right before the second. */
  | { kind: 'range'; from: number; to: number };

/** How much went. */
export interface Erased {
  events: number;
  exposures: number;
}

/** What went by new limits. Stopped half way, the limits are as they were before. */
export interface KeptTo extends Erased {
  isStopped?: true;
}
