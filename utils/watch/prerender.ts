/**
 * Starts at once, or when a page that the browser prepared in advance is shown: what was never in front of anyone was not
 * seen (Chromium's speculation rules; `prerendering` is not in the library's types).
 */
export function whenShown(document: Document, start: () => void): void {
  if (Reflect.get(document, 'prerendering') !== true) return start();
  document.addEventListener('prerenderingchange', start, { once: true });
}
