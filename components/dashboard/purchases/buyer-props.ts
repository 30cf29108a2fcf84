import type { AskedBuyer } from '@/utils/core/buyers';

export interface BuyerView {
  asked?: AskedBuyer;
  /** What the person has just said. */
  said?: 'mine' | 'other' | 'failed';
}

export interface BuyerActions {
  onSay: (isMine: boolean) => void;
}
