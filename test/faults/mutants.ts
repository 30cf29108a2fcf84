import type { BrowserKind } from '../e2e/browsers';
import { buildChanged, type Change } from './builds';
import type { Fault } from './fault';
import { isCaught, untilJudged } from './judge';
import { openLab } from './lab';
import type { Mutant } from './report';
import { close } from './rows/f05-close';
import { totals } from './rows/f05b-totals';
import { quota } from './rows/f09-quota';
import { logCut } from './rows/f14-cut-log';
import { runFault } from './run';

/** A mistake that the delivery must never have again, and the row that would show it. */
interface Mistake extends Change {
  name: string;
  fault: Fault;
  browser: BrowserKind;
  /** What the row must say then: a row that fails for another reason has noticed nothing. */
  noticed: RegExp;
}

const isLost = / of \d{1,6} are not stored/u;

export const mistakes: readonly Mistake[] = [
  {
    name: 'rows are not queued',
    file: 'utils/messages/send.ts',
    from: '.set(Object.fromEntries(rows.map((row) => [queuePrefix + row.id, row])))',
    to: '.set({})',
    fault: close,
    browser: 'chromium',
    noticed: isLost,
  },
  {
    name: 'rows are queued and told in no message',
    file: 'utils/messages/send.ts',
    from: "await send({ type: 'append', rows, isFull, ...(telling && { lost: telling }) })",
    to: 'await Promise.resolve(telling)',
    fault: totals,
    browser: 'firefox',
    noticed: isLost,
  },
  {
    name: 'acknowledged before the transaction is done',
    file: 'utils/ledger/transact.ts',
    from: 'await tx.done;',
    to: 'tx.done.catch(() => undefined);',
    fault: quota,
    browser: 'chromium',
    noticed: /acknowledged are not stored/u,
  },
  {
    name: 'no canary',
    file: 'utils/ledger/canary.ts',
    from: '{ [canaryKey]: canary, ...(told && { [healthKey]: told }) }',
    to: '{ ...(told && { [healthKey]: told }) }',
    fault: logCut,
    browser: 'chromium',
    noticed: /the person is not told/u,
  },
];

/** Builds the extension with the mistake in it and injects the fault. */
export async function runMistake({ name, fault, browser, noticed, ...change }: Mistake): Promise<Mutant> {
  const lab = openLab({ kind: browser, full: false, extensionDir: await buildChanged(browser, change) });
  try {
    const row = await untilJudged(() => runFault(fault, lab));
    return { name, row: `${fault.id} ${browser}`, caught: isCaught(row, noticed), why: row.why };
  } finally {
    await lab.close();
  }
}
