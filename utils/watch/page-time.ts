/** Milliseconds since the page began, on the clock of events' `timeStamp`. Written out, it would weigh 0.3 kB more. */
export const pageTime = (): number => performance.now();
