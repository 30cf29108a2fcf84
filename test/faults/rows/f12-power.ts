import type { Fault } from '../fault';

const not = {
  not: 'no machine to cut the power of, and no file system that forgets writes (LazyFS, dm-flakey need the kernel); the nearest is F11',
};

/** In the list, so that nobody takes its absence for a pass. */
export const power: Fault = {
  id: 'F12',
  name: 'power loss',
  expected: 'acked',
  on: { chromium: not, firefox: not },
  inject: () => Promise.reject(new Error(not.not)),
};
