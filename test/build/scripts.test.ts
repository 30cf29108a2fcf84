import { describe, expect, test } from 'vitest';
import { readBuilt, targets } from './outputs';

/**
 * Raw bytes: 25 kB cost about 1.2 ms of CPU on every page load, each further one 0.04 ms (Chromium 156). `note.js` is
 * above that: docs/decisions/19-sizes.md says what it holds and what was weighed.
 */
const budgets = { 'note.js': 37_500, 'shop.js': 25_000, 'orders.js': 25_000 };

/** A page's policy does not bind a content script, so the built text itself must hold no way out. */
const waysOut = [
  /\bfetch\b/,
  /XMLHttpRequest/,
  /WebSocket/,
  /EventSource/,
  /sendBeacon/,
  /\bImage\b/,
  /\bimport\(/,
  /\beval\b/,
  /new Function/,
];

describe.each(targets)('%s', (target) => {
  describe.each(Object.entries(budgets))('%s', (file, budget) => {
    const text = readBuilt(target, file);

    test.each(waysOut)('holds no %s', (way) => {
      expect(text).not.toMatch(way);
    });

    test('is small', () => {
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(budget);
    });

    test('cannot be found or switched off by the page', () => {
      expect(text).not.toContain('content-script-started');
      expect(text).not.toContain('getURL');
    });

    test('leaves no mark on the page and acts for nobody', () => {
      expect(text).not.toMatch(
        /setAttribute|innerHTML|appendChild|insertBefore|\.click\(|dispatchEvent|scrollTo|scrollBy/,
      );
      expect(text).not.toMatch(/console\.(?:log|info|warn|debug)/);
    });
  });
});
