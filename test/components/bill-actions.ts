import { vi } from 'vitest';
import type { BillActions } from '@/components/dashboard/purchases/bill-props';

/** What the card's buttons do, remembered. */
export function billActions() {
  return {
    onFiles: vi.fn<BillActions['onFiles']>(),
    onStop: vi.fn<BillActions['onStop']>(),
    onImport: vi.fn<BillActions['onImport']>(),
    onAgain: vi.fn<BillActions['onAgain']>(),
    onForget: vi.fn<BillActions['onForget']>(),
    onMatch: vi.fn<BillActions['onMatch']>(),
  };
}
