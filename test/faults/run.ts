import type { BrowserKind } from '../e2e/browsers';
import type { Fault, Place, Row } from './fault';
import { brokenDown, judge, notInjected } from './judge';
import { type Lab, openLab } from './lab';

interface RunOptions {
  full: boolean;
  /** Rows of these, each in the browsers that it has them for. */
  places: readonly Place[];
  kinds: readonly BrowserKind[];
  say: (line: string) => void;
}

/** Injects each fault in each browser that it has a place in; one that breaks down does not stop the others. */
export async function runFaults(faults: readonly Fault[], { full, places, kinds, say }: RunOptions): Promise<Row[]> {
  const rows: Row[] = [];
  for (const kind of kinds) {
    const lab = openLab({ kind, full });
    for (const fault of faults.filter(({ on }) => isWanted(on[kind], places))) {
      const start = Date.now();
      const row = await runFault(fault, lab);
      rows.push(row);
      say(
        `${verdict(row)} ${fault.id} ${kind} ${fault.name}: ${((Date.now() - start) / 1000).toFixed(1)} s ${row.why}`,
      );
    }
    await lab.close();
  }
  return rows.sort((a, b) => faults.findIndex(({ id }) => id === a.id) - faults.findIndex(({ id }) => id === b.id));
}

/** One that cannot be injected says so, whatever is asked for. */
function isWanted(place: Fault['on'][BrowserKind], places: readonly Place[]): boolean {
  return typeof place === 'object' || places.includes(place);
}

function verdict({ injected, ok }: Row): string {
  if (!injected) return '–   ';
  return ok ? 'ok  ' : 'FAIL';
}

export async function runFault(fault: Fault, lab: Lab): Promise<Row> {
  const place = fault.on[lab.kind];
  if (typeof place === 'object') return notInjected(fault, lab.kind, place.not);
  try {
    const found = await fault.inject(lab);
    await lab.tidy('went well');
    return judge(fault, { browser: lab.kind, found, wanted: lab.wanted });
  } catch (error) {
    await lab.tidy('broke down').catch(() => undefined); // what is reported is why the row broke down
    return brokenDown(fault, lab.kind, error);
  }
}
