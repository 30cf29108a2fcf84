// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readOrders, readOrdersFrom } from '../../utils/platforms';
import { orderFixtures, readFixture } from './fixtures';

const rows = orderFixtures.flatMap(([name, expected]) =>
  [expected.page, expected.request].flatMap((url) => (url === undefined ? [] : [[name, url, expected] as const])),
);

describe('every order fixture, field by field', () => {
  test.each(rows)('%s at %s', (name, url, { found, unread, skipped = 0 }) => {
    const reading = readOrders(url, readFixture(name));
    expect(reading.found).toEqual(found);
    expect(reading.unread).toHaveLength(unread);
    expect(reading.skipped).toBe(skipped);
  });
});

describe('the page on screen gives what its text gives', () => {
  const pages = rows.filter(([name]) => name.endsWith('.html'));
  test.each(pages)('%s at %s', (name, url, { found }) => {
    const document = new DOMParser().parseFromString(readFixture(name), 'text/html');
    expect(readOrdersFrom(url, document).found).toEqual(found);
  });
});
