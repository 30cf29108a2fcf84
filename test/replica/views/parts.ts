import { html, raw, type Html } from '../html';

const symbols: Record<string, string> = {
  like: '<path fill="none" stroke="currentColor" stroke-width="2" d="M12 20S3 14.6 3 8.6C3 5.7 5.2 4 7.4 4c2 0 3.6 1.2 4.6 3 1-1.8 2.6-3 4.6-3C18.800 4 21 5.700 21 8.600 21 14.600 12 20 12 20z"/>',
  liked:
    '<path fill="#ff4d5e" d="M12 20S3 14.600 3 8.600C3 5.700 5.200 4 7.400 4c2 0 3.600 1.200 4.600 3 1-1.800 2.600-3 4.600-3C18.800 4 21 5.700 21 8.600 21 14.600 12 20 12 20z"/>',
  collect:
    '<path fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" d="m12 3 2.700 5.800 6.300.7-4.700 4.300 1.300 6.200L12 16.900 6.400 20l1.300-6.200L3 9.500l6.300-.7z"/>',
  collected:
    '<path fill="#ffb524" stroke="#ffb524" stroke-width="2" stroke-linejoin="round" d="m12 3 2.700 5.800 6.300.7-4.700 4.300 1.300 6.200L12 16.900 6.400 20l1.300-6.200L3 9.500l6.300-.7z"/>',
  chat: '<path fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" d="M4 5h16v12h-8l-5 4v-4H4z"/>',
  share:
    '<path fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" d="M13 5v4C7 9 4 13 3 19c3-4 6-5 10-5v4l8-6.500z"/>',
  'play-s': '<circle cx="12" cy="12" r="12" fill="#000" opacity=".35"/><path fill="#fff" d="m9.500 7 8 5-8 5z"/>',
  search:
    '<circle cx="11" cy="11" r="6" fill="none" stroke="currentColor" stroke-width="2"/><path stroke="currentColor" stroke-width="2" stroke-linecap="round" d="m16 16 4 4"/>',
  close: '<path stroke="currentColor" stroke-width="2" stroke-linecap="round" d="m6 6 12 12M18 6 6 18"/>',
};

/** The symbols every page carries; buttons say by reference which one they show. */
export function sprite(): Html {
  const list = Object.entries(symbols).map(
    ([name, path]) => html`<symbol id="${name}" viewBox="0 0 24 24">${raw(path)}</symbol>`,
  );
  return html`<div style="display: none;"><svg>${list}</svg></div>`;
}

export function icon(name: string, size: number, className = 'icon'): Html {
  return html`<svg class="reds-icon ${className}" width="${size}" height="${size}">
    <use xlink:href="#${name}"></use>
  </svg>`;
}

/** `3358`, `1.2万`: counts as the site writes them. */
export function count(number: number): string {
  return number < 10_000 ? String(number) : `${Math.floor(number / 1000) / 10}万`;
}

export function yuan(fen: number): string {
  return (fen / 100).toFixed(2);
}
