import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { mostRedacted, type StudyFile, type StudyTable } from '@/utils/core/study';
import { redactionMark } from '@/utils/export/redaction';
import { ownPage, pageScript } from '../writer/made-door';
import { file, now, participation } from './made-study';
import { madeWriter } from './made-writer';

const joining = { kind: 'join', file, purchases: false, automated: false } as const;

const markOf = (key: string) => redactionMark('p-a', key);

describe('joining', () => {
  test('gives a random name and begins now', async () => {
    const { tell, kept } = await madeWriter();
    expect(await tell(joining)).toEqual({ ok: true });
    const { joined } = await kept();
    expect(joined).toEqual({
      ...participation({ consentedAt: now, observedFrom: now }),
      participantId: expect.stringMatching(/^p-[a-z2-7]{26}$/) as string,
    });
    const other = await madeWriter();
    await other.tell(joining);
    expect((await other.kept()).joined?.participantId).not.toBe(joined?.participantId);
  });

  test('again under a file that asks for no more is a new consent of the same participant', async () => {
    const before = participation({ purchases: true, redacted: [markOf('1')] });
    const { tell, kept, clock } = await madeWriter({ study: { joined: before } });
    clock.now += 5;
    const changed = { ...file, title: 'A new title.', tier: 'T0' as const, tables: file.tables.slice(1) };
    expect(await tell({ kind: 'join', file: changed, purchases: false, automated: false })).toEqual({ ok: true });
    expect((await kept()).joined).toEqual({ ...before, file: changed, purchases: false, consentedAt: now + 5 });
  });

  const two = { ...file, tables: ['exposures', 'links'] satisfies StudyTable[] };
  const bought = {
    ...two,
    purchaseConsent: 'What you bought.',
    tables: ['exposures', 'orders'] satisfies StudyTable[],
  };
  test.each<[string, { file: StudyFile; purchases?: boolean }]>([
    ['public ids', { file: { ...two, tier: 'T2', ethicsId: 'E-1' } }],
    ['a table', { file: { ...two, tables: ['exposures', 'links', 'actions'] } }],
    ['purchases', { file: bought, purchases: true }],
    ['amounts', { file: { ...two, amounts: 'exact' } }],
    ['finer times', { file: { ...two, paidAt: 'hour' } }],
    ['another purpose', { file: { ...two, purpose: 'Something else.' } }],
    ['another recipient', { file: { ...two, controller: 'Somebody else' } }],
    ['another country', { file: { ...two, country: 'AQ' } }],
  ])('what a new consent adds, %s, reaches back to nothing before it', async (_what, more) => {
    const narrow = participation({ file: two, redacted: [markOf('1')] });
    const { tell, kept, clock } = await madeWriter({ study: { joined: narrow } });
    clock.now += 5;
    const asked = { purchases: false, ...more };
    expect(await tell({ kind: 'join', automated: false, ...asked })).toEqual({ ok: true });
    expect((await kept()).joined).toEqual({ ...narrow, ...asked, consentedAt: now + 5, observedFrom: now + 5 });
  });

  test('a study that was over and goes on gets nothing of the time between', async () => {
    const ended = participation({ file: { ...file, endsOn: new Date(now).toISOString().slice(0, 10) } });
    const { tell, kept, clock } = await madeWriter({ study: { joined: ended } });
    clock.now += 40 * 86_400_000;
    const again = { ...file, endsOn: new Date(clock.now + 86_400_000).toISOString().slice(0, 10) };
    expect(await tell({ kind: 'join', file: again, purchases: false, automated: false })).toEqual({ ok: true });
    expect((await kept()).joined?.observedFrom).toBe(clock.now);
  });

  test('nor does one whose end has come by what was last known of the clock', async () => {
    const later = now + 40 * 86_400_000;
    const ended = participation({ file: { ...file, endsOn: new Date(now).toISOString().slice(0, 10) } });
    const clock = { believed: later, asked: later, doubts: 0 };
    const { tell, kept } = await madeWriter({ study: { joined: ended }, retention: { clock } });
    await tell({ kind: 'join', file, purchases: false, automated: false });
    expect((await kept()).joined?.observedFrom).toBe(later);
  });

  test('a file that goes on for longer while its study runs leaves what was agreed to', async () => {
    const { tell, kept } = await madeWriter({ study: { joined: participation() } });
    const longer = { ...file, endsOn: '2099-01-01' };
    await tell({ kind: 'join', file: longer, purchases: false, automated: false });
    expect((await kept()).joined).toMatchObject({ file: longer, observedFrom: participation().observedFrom });
  });

  test('a clock that was put back takes no floor back', async () => {
    const { tell, kept, clock } = await madeWriter({
      study: { joined: participation({ file: two, observedFrom: now }) },
    });
    clock.now -= 30 * 86_400_000;
    await tell({ kind: 'join', file: { ...two, amounts: 'exact' }, purchases: false, automated: false });
    expect((await kept()).joined?.observedFrom).toBe(now);
    const first = await madeWriter({ retention: { clock: { believed: now, asked: now, doubts: 0 } } });
    first.clock.now -= 30 * 86_400_000;
    await first.tell(joining);
    expect((await first.kept()).joined).toMatchObject({ consentedAt: first.clock.now, observedFrom: now });
  });

  test('what was bought before somebody agreed to tell of it stays, under an unchanged file too', async () => {
    const { tell, kept, clock } = await madeWriter({ study: { joined: participation({ file: bought }) } });
    clock.now += 5;
    await tell({ kind: 'join', file: bought, purchases: true, automated: false });
    expect((await kept()).joined?.observedFrom).toBe(now + 5);
    clock.now += 5;
    await tell({ kind: 'join', file: bought, purchases: true, automated: false });
    expect((await kept()).joined).toMatchObject({ consentedAt: now + 10, observedFrom: now + 5 });
  });

  test('a study of automated profiles is joined by nobody who did not say that this is one', async () => {
    const { tell, kept } = await madeWriter();
    const ofNobody = { ...joining, file: { ...file, subjectKind: 'sock_puppet' as const } };
    expect(await tell(ofNobody)).toEqual({ ok: false });
    expect(await kept()).toEqual({});
    expect(await tell({ ...ofNobody, automated: true })).toEqual({ ok: true });
    expect((await kept()).joined?.file.subjectKind).toBe('sock_puppet');
  });

  test('another study, one that is over, or one that is none, is not taken', async () => {
    const { tell, kept, clock } = await madeWriter({ study: { joined: participation() } });
    expect(await tell({ kind: 'join', file: { ...file, id: 'other' }, purchases: false, automated: false })).toEqual({
      ok: false,
    });
    expect(await tell({ ...joining, file: { ...file, tier: 'T9' as never } })).toBeUndefined();
    clock.now = Date.UTC(2100, 0, 1);
    expect(await tell(joining)).toEqual({ ok: false });
    expect((await kept()).joined).toEqual(participation());
  });

  test('no page of a site can do any of it', async () => {
    const { tell, kept } = await madeWriter();
    expect(await tell(joining, pageScript)).toBeUndefined();
    expect(await kept()).toEqual({});
  });
});

describe('leaving', () => {
  test('erases what was kept and remembers whom the pool is to drop, until that was told', async () => {
    const { tell, kept } = await madeWriter({ study: { joined: participation({ redacted: [markOf('1')] }) } });
    expect(await tell({ kind: 'leave' })).toEqual({ ok: true });
    const { file: of, participantId, consentedAt, observedFrom } = participation();
    const told = { file: of, participantId, consentedAt, observedFrom, withdrawnAt: now };
    expect(await kept()).toEqual({ left: [told] });
    expect(await tell({ kind: 'leave' })).toEqual({ ok: false });
    await tell(joining);
    expect((await kept()).joined?.participantId).not.toBe(participantId);
    expect(await tell({ kind: 'put-away', participantId })).toEqual({ ok: true });
    expect(await tell({ kind: 'put-away', participantId })).toEqual({ ok: false });
    expect(await kept()).toEqual({ joined: expect.anything() as unknown });
  });

  test('a second study forgets nothing of the first', async () => {
    const { tell, kept } = await madeWriter({ study: { joined: participation() } });
    await tell({ kind: 'leave' });
    await tell({ kind: 'join', file: { ...file, id: 'other-study' }, purchases: false, automated: false });
    await tell({ kind: 'leave' });
    const { left = [] } = await kept();
    expect(left.map(({ file: of }) => of.id)).toEqual([file.id, 'other-study']);
    await tell({ kind: 'put-away', participantId: left[0]?.participantId ?? '' });
    expect((await kept()).left).toEqual(left.slice(1));
  });

  test('a study that is long over takes no other one along', async () => {
    const over = { ...file, endsOn: '2026-11-20', retentionDays: 0 };
    const { file: of, participantId, consentedAt, observedFrom } = participation();
    const left = [{ file: of, participantId, consentedAt, observedFrom, withdrawnAt: now }];
    const { writer, kept, clock } = await madeWriter({ study: { joined: participation({ file: over }), left } });
    while (clock.now < Date.UTC(2026, 10, 30)) {
      clock.now += 86_400_000;
      await writer.retain();
    }
    expect(await kept()).toEqual({ left });
  });

  test('what is kept goes by itself so many days after the end, and not before', async () => {
    const over = { ...file, endsOn: '2026-11-20', retentionDays: 10 };
    const { writer, kept, clock } = await madeWriter({ study: { joined: participation({ file: over }) } });
    for (const [at, isThere] of [
      [Date.UTC(2026, 10, 30, 23), true],
      [Date.UTC(2026, 11, 1), false],
    ] as const) {
      // A clock that goes on for days is believed; one that jumps is not.
      for (clock.now = Math.min(clock.now, at); clock.now < at; clock.now = Math.min(at, clock.now + 86_400_000))
        await writer.retain();
      await writer.retain();
      expect((await kept()).joined !== undefined).toBe(isThere);
    }
  });

  test('erasing everything takes the study along', async () => {
    const { writer, kept } = await madeWriter({ study: { joined: participation() } });
    await writer.handle({ type: 'erase-all' }, ownPage as never);
    expect(await kept()).toEqual({});
  });
});

describe('leaving out', () => {
  test('keeps nothing that can be read', async () => {
    const { tell, kept } = await madeWriter({ study: { joined: participation() } });
    await tell({ kind: 'leave-out', keys: ['e:s:xiaohongshu:65f0:ad-link:jd:100012043978'], on: true });
    expect((await kept()).joined?.redacted).toEqual([]);
  });

  test('is remembered and can be taken back', async () => {
    const { tell, kept } = await madeWriter({ study: { joined: participation({ redacted: [markOf('1')] }) } });
    await tell({ kind: 'leave-out', keys: [markOf('2'), markOf('2'), markOf('1')], on: true });
    expect((await kept()).joined?.redacted).toEqual([markOf('2'), markOf('1')]);
    await tell({ kind: 'leave-out', keys: [markOf('2')], on: false });
    expect((await kept()).joined?.redacted).toEqual([markOf('1')]);
  });

  test('more than can be kept is not taken, rather than an older one forgotten', async () => {
    const redacted = Array.from({ length: mostRedacted }, (_key, place) => markOf(String(place)));
    const { tell, kept } = await madeWriter({ study: { joined: participation({ redacted }) } });
    expect(await tell({ kind: 'leave-out', keys: [markOf('new')], on: true })).toEqual({ ok: false });
    expect((await kept()).joined?.redacted).toHaveLength(mostRedacted);
  });
});

describe('tasks', () => {
  test('one at a time, of those the study has', async () => {
    const { tell, kept, clock } = await madeWriter({ study: { joined: participation() } });
    expect(await tell({ kind: 'start-task', task: 'nonsense' })).toEqual({ ok: false });
    expect(await tell({ kind: 'stop-task', stop: 'person', at: now })).toEqual({ ok: false });
    expect(await tell({ kind: 'start-task', task: 'home-20' })).toEqual({ ok: true });
    expect(await tell({ kind: 'start-task', task: 'home-20' })).toEqual({ ok: false });
    clock.now += 1_000;
    expect(await tell({ kind: 'stop-task', stop: 'units', at: now + 400 })).toEqual({ ok: true });
    expect((await kept()).joined?.runs).toEqual([
      { task: 'home-20', startedAt: now, endedAt: now + 400, stop: 'units' },
    ]);
  });

  test('a file without the task that runs ends it, and another one can begin', async () => {
    const { tell, kept, clock } = await madeWriter({ study: { joined: participation() } });
    await tell({ kind: 'start-task', task: 'home-20' });
    clock.now += 1_000;
    await tell(joining); // which has it still
    expect((await kept()).joined?.runs).toEqual([{ task: 'home-20', startedAt: now }]);
    const protocol = [{ id: 'home-40', surface: 'explore_feed' as const, task: 'Scroll.', stop: { units: 40 } }];
    await tell({ ...joining, file: { ...file, protocol } });
    expect((await kept()).joined?.runs).toEqual([{ task: 'home-20', startedAt: now, endedAt: now + 1_000 }]);
    expect(await tell({ kind: 'start-task', task: 'home-40' })).toEqual({ ok: true });
  });

  test('no task ends before it began or after now', async () => {
    const { tell, kept } = await madeWriter({ study: { joined: participation() } });
    for (const [said, end] of [
      [now - 5, now],
      [now + 5, now],
    ] as const) {
      await tell({ kind: 'start-task', task: 'home-20' });
      await tell({ kind: 'stop-task', stop: 'person', at: said });
      expect((await kept()).joined?.runs.at(-1)?.endedAt).toBe(end);
    }
  });
});

test('every export is noted', async () => {
  const { tell, kept } = await madeWriter({ study: { joined: participation() } });
  const note = { at: now, name: 'a.zip', tier: 'T1' as const, rows: 3, sha256: 'ab'.repeat(32) };
  await tell({ kind: 'exported', note });
  expect((await kept()).joined?.exports).toEqual([note]);
});

test('what nobody can read is no consent', async () => {
  for (const study of [{ joined: { ...participation(), participantId: 'me' } }, 7, null, { joined: {} }]) {
    const { kept } = await madeWriter({ study });
    expect(await kept()).toEqual({});
  }
});
