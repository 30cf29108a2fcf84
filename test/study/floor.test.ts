import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import * as made from '../ledger/made-events';
import { pageScript } from '../writer/made-door';
import { file } from './made-study';
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
