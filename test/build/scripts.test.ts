import { describe, expect, test } from 'vitest';
import { readBuilt, targets } from './outputs';

/** Raw bytes. 25 kB cost about 1.2 ms of CPU on every page load (measured on Chromium 156). */
const scriptBudget = 25_000;

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
  describe.each(['note.js', 'shop.js', 'orders.js'])('%s', (file) => {
    const text = readBuilt(target, file);

    test.each(waysOut)('holds no %s', (way) => {
      expect(text).not.toMatch(way);
    });

    test('is small', () => {
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(scriptBudget);
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
