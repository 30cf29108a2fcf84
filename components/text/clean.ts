/** Longest text put on screen; a title of a megabyte would freeze the layout. */
const LIMIT = 160;

// Embeddings and overrides turn the words around them; the elements that hold foreign text isolate it instead.
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/** Foreign text made fit for one place on screen: short, well-formed, without control characters. */
export function cleanText(text: string | undefined, limit = LIMIT): string {
  if (!text) return '';
  const head = text
    .slice(0, 2 * limit)
    .toWellFormed()
    .replace(unseen, ' ')
    .trim();
  if (head.length <= limit) return head;
  return `${head
    .slice(0, limit)
    .toWellFormed()
    .replace(/\ufffd$/, '')}…`; // the cut may have halved a surrogate pair
}

/** Foreign text inside one of our sentences keeps its own direction. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
