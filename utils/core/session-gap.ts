/** Activity with no longer break than this is one session; a page that nothing happens on for longer is a new view. */
export const sessionGapMs = 30 * 60_000;
