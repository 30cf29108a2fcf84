/** The browser named in BACAO_BROWSER, else the first installed one of the Chromium family. */
export function findChromium(): string | undefined;
/** The browser named in BACAO_FIREFOX, else an installed Firefox. */
export function findFirefox(): string | undefined;
