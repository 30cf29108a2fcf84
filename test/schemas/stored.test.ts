import type * as v from 'valibot';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { LedgerEvent } from '@/utils/core/events';
import type { ExposureEvent } from '@/utils/core/units';
import type { exposureEvent } from '@/utils/schemas/exposure';
import type { ledgerEvent } from '@/utils/schemas/stored';
import { decodeExposure, decodeLedgerEvent, decodeStoredEvent } from '@/utils/schemas/stored';
import * as made from '../ledger/made-events';

const { itemKey, orderId: _clear, space: _stamped, ...line } = made.purchase(1, { shop: '一家店', refundedFen: 100 });
const back = { at: made.start, fen: 500 };
const refunds = [back, { ...back, form: 'wechat', no: 1 }];
const moment = { id: 'w-1', at: made.start, zoneMinutes: -480 };
const page = { ...made.landing(1, 'jd:1'), type: 'page', where: 'jd', kind: 'item', settled: true } as const;
const { platform: _p, itemKey: _k, ...visit } = page;

const rows = [
  made.note(1, { media: 'image', label: { text: '赞助', kind: 'equivalent' }, saved: true }),
  made.sighting(1, made.jdItem, { title: '毛衣', commentId: 'c1' }),
  made.click(1, made.unionLink, { space: 'jd', opener: 3 }),
  made.collect(1, false),
  made.landing(1, 'jd:1', { title: '毛衣', priceFen: 0 }),
  { ...visit, unread: Array.from({ length: 300 }, () => ({ where: 'queue', reason: 'shape' })) },
  { ...moment, type: 'purchase', evidence: 'observed', orderKey: 'jd:0f', purchase: { ...line, itemKey } },
  { ...moment, type: 'want', key: 'jd:1', wanted: false },
  { ...moment, type: 'mark', key: 'jd:1', mark: 'none' },
  made.shop(1, { name: '一窑器物' }),
  made.listed(1),
  { ...visit, unread: [{ where: 'units', reason: 'shape', count: 19_000 }] },
  { ...moment, type: 'purchase', evidence: 'imported', orderKey: 'jd:0f', purchase: { ...line, refunds } },
].map((row, place) => ({ ...row, seq: place + 1 }));

const link = {
  surface: 'ad-link',
  layer: 'L1',
  rule: 'target',
  verified: false,
  link: { platform: 'jd', kind: 'item', key: 'jd:1', itemKey: 'jd:1' },
} as const;

const exposure: ExposureEvent = {
  ...made.collect(1, true),
  type: 'exposure',
  pageKind: 'feed',
  ruleVersion: 'made',
  unit: { key: 'n1', kind: 'note', position: 0, rect: [0, 0.5, 10, 20], surfaces: ['ad-link'], links: [link] },
  feed: 'visit-0',
  renderedAt: made.start,
  entry: 1,
  part: 1,
  states: [{ afterMs: 0, ratio: 0.5, active: true, playing: false, label: 0.25 }],
  durationMs: 10,
  clickedAfterMs: 4,
  reachedPx: 800.5,
};
Reflect.deleteProperty(exposure, 'noteId');
Reflect.deleteProperty(exposure, 'collected');

describe('numbers that no page has', () => {
  const { unit } = exposure;
  test.each([
    ['position', { ...exposure, unit: { ...unit, position: 3e9 } }],
    ['column', { ...exposure, unit: { ...unit, column: 3e9 } }],
    ['box', { ...exposure, unit: { ...unit, rect: [0, 0, 3e9, 720] } }],
  ])('a card’s %s', (_what, row) => {
    expect(decodeExposure(exposure)).toHaveProperty('row');
    expect(decodeExposure(row)).not.toHaveProperty('row');
  });

  test('so many pieces', () => {
    const bought = rows.find(({ type }) => type === 'purchase') as unknown as { purchase: object };
    const of = (quantity: number) => ({ ...bought, purchase: { ...bought.purchase, quantity } });
    expect(decodeStoredEvent(of(12))).toHaveProperty('row');
    expect(decodeStoredEvent(of(3e9))).not.toHaveProperty('row');
  });
});

describe('a stored row', () => {
  test.each(rows.map((row) => [row.type, row] as const))('of type %s is read as it is', (_type, row) => {
    expect(decodeStoredEvent(row)).toEqual({ row });
    const { seq: _place, ...event } = row;
    expect(decodeLedgerEvent(event)).toEqual({ row: event });
  });

  test('of an exposure is read as it is', () => expect(decodeExposure(exposure)).toEqual({ row: exposure }));

  test('of an exposure from before cards told of their links is read as well', () => {
    const { links: _later, ...unit } = exposure.unit;
    expect(decodeExposure({ ...exposure, unit })).toEqual({ row: { ...exposure, unit } });
  });

  test('of an exposure from before links told their kind is read as well', () => {
    const { kind: _later, ...target } = link.link;
    const unit = { ...exposure.unit, links: [{ ...link, link: target }] };
    expect(decodeExposure({ ...exposure, unit })).toEqual({ row: { ...exposure, unit } });
  });

  test.each([
    [[{ ...link, verified: 'no' }], 'unit.links.0.verified'],
    [[{ ...link, link: { platform: 'jd', key: '' } }], 'unit.links.0.link.key'],
    [Array.from({ length: 21 }, () => link), 'unit.links'],
  ])('of an exposure is refused with the links %j', (links, reason) =>
    expect(decodeExposure({ ...exposure, unit: { ...exposure.unit, links } })).toEqual({ reason }),
  );

  test.each([
    ['no object', null, 'row'],
    ['text', 'events', 'row'],
    ['an unknown type', { ...rows[0], type: 'grant' }, 'type'],
    ['an address that is none', { ...rows[0], url: 'https://[' }, 'url'],
    ['no time', { ...rows[0], at: undefined }, 'at'],
    ['a time that is no number', { ...rows[0], at: NaN }, 'at'],
    ['no place in the order', { ...rows[0], seq: 0 }, 'seq'],
    ['a broken part', { ...rows[1], link: { ...made.jdItem, kind: 'item?' } }, 'link.kind'],
    ['a script as address', { ...rows[2], url: 'javascript:alert(1)' }, 'url'],
    [
      'half a thing unread',
      { ...rows[11], unread: [{ where: 'units', reason: 'shape', count: 0.5 }] },
      'unread.0.count',
    ],
    ['broken money', { ...rows[6], purchase: { ...line, orderPaidFen: 1.5 } }, 'purchase.orderPaidFen'],
  ])('%s is refused, and where is said', (_what, row, reason) => {
    expect(decodeStoredEvent(row)).toEqual({ reason });
  });

  test('takes over no field that is not its own', () => {
    const crafted: unknown = JSON.parse(
      `{"__proto__":{"admin":true},"constructor":1,${JSON.stringify(rows[7]).slice(1)}`,
    );
    const decoded = decodeStoredEvent(crafted);
    expect(decoded).toEqual({ row: rows[7] });
    expect('row' in decoded && Object.keys(decoded.row).sort()).toEqual(Object.keys(rows[7]!).sort());
    expect('admin' in {}).toBe(false);
  });
});

/** The same fields, however they were put together. */
type Flat<T> = T extends object ? { [K in keyof T]: Flat<T[K]> } : T;

test('a shape holds every field of its row: one left out would be lost on the way through a backup', () => {
  expectTypeOf<v.InferOutput<typeof exposureEvent>>().toEqualTypeOf<ExposureEvent>();
  expectTypeOf<Flat<v.InferOutput<typeof ledgerEvent>>>().toEqualTypeOf<Flat<LedgerEvent>>();
});
