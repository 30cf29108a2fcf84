import { Window } from 'happy-dom';

const off = { disableJavaScriptEvaluation: true, disableJavaScriptFileLoading: true, disableCSSFileLoading: true };
const window = new Window({ settings: off });

/** The markup as a document; its scripts do not run and nothing is loaded. */
export function parse(markup: string) {
  return new window.DOMParser().parseFromString(markup, 'text/html');
}

export function hrefs(markup: string): string[] {
  return [...parse(markup).querySelectorAll('a[href]')].map((anchor) => anchor.getAttribute('href') ?? '');
}
