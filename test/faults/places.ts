import { browserKinds } from '../e2e/browsers';
import type { Place } from '../tools/fault-table';
import type { Fault } from './fault';

/** Each row in each browser, also where it cannot be injected: the page of promises has a line for all of them. */
export function placesOf(faults: readonly Fault[]): Place[] {
  return faults.flatMap(({ id, name, on }) =>
    browserKinds.map((browser) => {
      const place = on[browser];
      return { id, name, browser, ...(typeof place === 'object' && { not: place.not }) };
    }),
  );
}
