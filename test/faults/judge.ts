import type { BrowserKind } from '../e2e/browsers';
import type { Expected, Fault, Injected, Row } from './fault';

const nothing = { tries: 0, sent: 0, acked: 0, stored: 0, duplicates: 0 };

interface Case {
  browser: BrowserKind;
  found: Injected;
  /** So many tries must have had their fault. */
  wanted: number;
}

/** The row of a fault that was injected; `why` says what is wrong, and is empty when all is well. */
export function judge(fault: Fault, { browser, found, wanted }: Case): Row {
  const { missing, told, proof, wrong: alsoWrong = [], ...tally } = found;
  const few = found.tries < wanted ? [`the fault happened in ${String(found.tries)} of ${String(wanted)} tries`] : [];
  const wrong = [...few, ...findWrong(expectedOf(fault, browser), { ...fault, ...found }), ...new Set(alsoWrong)];
  return {
    ...head(fault, browser),
    injected: true,
    why: wrong.join('; '),
    proof,
    ...(told !== undefined && { told }),
    ...tally,
    ok: wrong.length === 0,
  };
}

/** The row of a fault that this browser or this machine gives no way to inject: neither passed nor failed. */
export function notInjected(fault: Fault, browser: BrowserKind, why: string): Row {
  return { ...head(fault, browser), injected: false, why, proof: '', ...nothing, ok: false };
}

/** The row of a fault whose injection broke down: a failure, since nothing was shown. */
export function brokenDown(fault: Fault, browser: BrowserKind, error: unknown): Row {
  const why = error instanceof Error ? error.message : String(error);
  return { ...head(fault, browser), injected: true, why, proof: '', ...nothing, ok: false };
}

/** A browser that breaks down now and then does so seldom three times in a row; a row that always does is broken. */
const mostAsked = 3;

/**
 * The first row that came to its end. One whose injection broke down says nothing of a mutant, neither that it was noticed
 * nor that it was not, so it is asked for again.
 */
export async function untilJudged(ask: () => Promise<Row>): Promise<Row> {
  let row = await ask();
  for (let asked = 1; asked < mostAsked && row.tries === 0; asked += 1) row = await ask();
  return row;
}

/** Whether a mutant's row failed by what its mistake does, which `noticed` says, in tries that had their fault. */
export function isCaught({ ok, sent, why }: Pick<Row, 'ok' | 'sent' | 'why'>, noticed: RegExp): boolean {
  return !ok && sent > 0 && noticed.test(why);
}

function head(fault: Fault, browser: BrowserKind) {
  return { id: fault.id, name: fault.name, browser, expected: expectedOf(fault, browser) };
}

function expectedOf({ expected }: Fault, browser: BrowserKind): Expected {
  return typeof expected === 'string' ? expected : expected[browser];
}

function findWrong(expected: Expected, found: Injected & Pick<Fault, 'keepsAll' | 'spoils'>): string[] {
  const { sent, acked, stored, duplicates, missing, told, tries, proof } = found;
  const keepsAll = expected === 'all' || found.keepsAll;
  const isTold = expected === 'told' && told !== undefined;
  const wrong: [boolean, string][] = [
    [tries === 0 || sent === 0, 'nothing was tried'],
    [proof === '', 'nothing shows that the fault happened'],
    [duplicates > 0, `${String(duplicates)} stored more than once`],
    [missing > 0 && !(found.spoils && isTold), `${String(missing)} of ${String(acked)} acknowledged are not stored`],
    [keepsAll === true && stored < sent, `${String(sent - stored)} of ${String(sent)} are not stored`],
    [expected === 'told' && !isTold, 'the person is not told'],
  ];
  return wrong.flatMap(([is, words]) => (is ? [words] : []));
}
