import { openLedger } from '@/utils/ledger/open';
import { fillLedger } from './fill';

/** Called from outside, in a page of the extension. */
Object.assign(globalThis, { fill: async (count: number) => fillLedger(await openLedger(), count) });
