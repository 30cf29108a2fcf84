import { sessionGapMs } from '../core/session-gap';

/** Names the session that each thing lies in, of things told by time: half an hour without anything ends one. Epoch ms. */
export function sessionNames(): (from: number, to: number) => string {
  let [no, until] = [0, -Infinity];
  return (from, to) => {
    if (from > until + sessionGapMs) no += 1;
    until = Math.max(until, to);
    return String(no);
  };
}
