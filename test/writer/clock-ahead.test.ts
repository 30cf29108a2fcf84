import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { ledgerWriter } from '@/utils/writer/handle';
import { exposure as seen } from '../backup/support';
import * as made from '../ledger/made-events';
import { madeDoor, ownPage, pageScript } from './made-door';

const exposure = (at: number) => ({ ...seen(at), tab: 7 });

/** A writer whose clock the test moves, in ms since `made.start`. */
async function writerAt(first: number) {
  const { door, db, storage } = await madeDoor();
  let at = first;
  const writer = ledgerWriter({ ...door, now: () => made.start + at });
  return {
    storage,
    moveTo: (then: number) => (at = then),
    say: (message: object) => writer.handle(message, ownPage),
    tell: (...times: number[]) => writer.handle({ type: 'append', rows: times.map(exposure) }, pageScript),
    count: () => db.count('exposures'),
  };
}

describe('what was switched off while the clock was ahead', () => {
  const offAndOn: [string, (say: (message: object) => unknown, on: boolean) => unknown][] = [
    ['recording', (say, on) => say({ type: 'recording', on })],
    ['a pause', (say, on) => say({ type: 'pause', until: on ? 0 : made.start + 3_000 })],
    ['a tab', (say, on) => say({ type: 'pause-tab', tab: 7, on: !on })],
  ];
  test.each(offAndOn)('keeps out what happened meanwhile, and nothing after: %s', async (_what, turn) => {
    const { say, tell, count, moveTo } = await writerAt(700);
    await turn(say, false);
    moveTo(800);
    await turn(say, true);
    moveTo(2_000);
    await turn(say, false);
    // The clock is put right
    moveTo(1_000);
    await tell(990);
    expect(await count()).toBe(0);
    moveTo(1_100);
    await turn(say, true);
    for (const [now, kept] of [
      [1_200, 2],
      [2_500, 4],
    ] as const) {
      moveTo(now);
      await tell(...[650, 750, 1_050, 1_150].map((at) => at + kept));
      expect(await count()).toBe(kept);
    }
  });

  test('and is paused for longer is still one pause', async () => {
    const { say, tell, count, moveTo, storage } = await writerAt(2_000);
    await say({ type: 'pause', until: made.start + 3_000 });
    moveTo(1_000);
    await say({ type: 'pause', until: made.start + 4_000 });
    expect(storage.stored).toMatchObject({ settings: { offTimes: [] } });
    // It goes on past the time at which it seems to have begun
    moveTo(2_100);
    await tell(1_500);
    await say({ type: 'pause', until: 0 });
    moveTo(2_200);
    await tell(1_600, 2_150);
    expect(await count()).toBe(1);
  });
});
