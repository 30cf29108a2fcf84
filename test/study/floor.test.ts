import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import * as made from '../ledger/made-events';
import { pageScript } from '../writer/made-door';
import { file, participation } from './made-study';
import { madeWriter } from './made-writer';

test.each([
  ['an event', made.sighting(3_000_000, made.jdItem)],
  ['what was on screen', made.exposure(3_000_000)],
])('by a clock that was put back and written by since: %s of before is not told', async (_what, row) => {
  const { writer, tell, kept, clock } = await madeWriter();
  const append = (each: object) => writer.handle({ type: 'append', rows: [each] }, pageScript as never);
  await append(row);
  await append(made.click(5, made.jdItem));
  clock.now = made.start + 10_000;
  await append(made.click(10_000, made.jdItem));
  await tell({ kind: 'join', file, purchases: false, automated: false });
  expect((await kept()).joined).toMatchObject({ consentedAt: clock.now, observedFrom: made.start + 3_000_001 });
});

test.each([
  ['no time', { at: undefined }],
  ['a text', { at: 'x' }],
  ['no number', { at: NaN }],
  ['a time beyond all', { at: 1e300 }],
])('a damaged row with %s takes no study along, and none that was left', async (_what, change) => {
  const left = [{ ...participation(), withdrawnAt: made.start }].map(
    ({ purchases: _p, redacted: _r, runs: _u, exports: _e, ...rest }) => rest,
  );
  const { writer, tell, kept, clock, door } = await madeWriter({ study: { left } });
  await writer.handle({ type: 'append', rows: [made.sighting(5, made.jdItem)] }, pageScript as never);
  await writer.handle({ type: 'append', rows: [made.exposure(7)] }, pageScript as never);
  const db = await door.openDb();
  const [event] = await db.getAll('events');
  await db.put('events', { ...event, ...change } as never);
  if (typeof change.at !== 'number' || change.at > 0)
    await db.put('exposures', { ...made.exposure(9), ...change } as never);
  expect(await tell({ kind: 'join', file, purchases: false, automated: false })).toEqual({ ok: true });
  expect(await kept()).toMatchObject({ left, joined: { observedFrom: clock.now } });
});

test('a row from after the last day moves no floor of a consent that adds nothing', async () => {
  const { writer, tell, kept } = await madeWriter({ study: { joined: participation() } });
  const beyond = made.sighting(Date.UTC(2200, 0, 1) - made.start, made.jdItem);
  await writer.handle({ type: 'append', rows: [beyond] }, pageScript as never);
  expect(await tell({ kind: 'join', file, purchases: false, automated: false })).toEqual({ ok: true });
  expect((await kept()).joined?.observedFrom).toBe(participation().observedFrom);
});

test('a study that goes on for longer gets no row from between its last day and the new consent, whatever the clock says', async () => {
  const { writer, tell, kept, clock } = await madeWriter({ study: { joined: participation() } });
  const between = Date.UTC(2100, 0, 5) - made.start;
  await writer.handle({ type: 'append', rows: [made.sighting(between, made.jdItem)] }, pageScript as never);
  clock.now += 1_000;
  const longer = { ...file, endsOn: '2100-01-31' };
  expect(await tell({ kind: 'join', file: longer, purchases: false, automated: false })).toEqual({ ok: true });
  expect((await kept()).joined?.observedFrom).toBe(made.start + between + 1);
});

test('a row that comes while the events are read for a consent goes before it, and the floor is above it', async () => {
  const { writer, tell, kept } = await madeWriter();
  await writer.handle({ type: 'append', rows: [made.sighting(5, made.jdItem)] }, pageScript as never);
  const order: string[] = [];
  const joining = tell({ kind: 'join', file, purchases: false, automated: false }).then(() => order.push('joined'));
  const late = made.sighting(3_000_000, made.taobaoItem);
  await Promise.resolve(writer.handle({ type: 'append', rows: [late] }, pageScript as never));
  order.push('written');
  await joining;
  expect(order).toEqual(['written', 'joined']);
  expect((await kept()).joined?.observedFrom).toBe(made.start + 3_000_001);
});
