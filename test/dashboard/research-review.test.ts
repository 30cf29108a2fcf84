// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ResearchProps } from '@/components/dashboard/research/props';
import { researchWork } from '@/entrypoints/dashboard/research/work';
import type { Desk } from '@/entrypoints/dashboard/view';
import type { StudyChange } from '@/utils/core/study';
import { appendExposures } from '@/utils/ledger/exposures';
import { openLedger } from '@/utils/ledger/open';
import type { LedgerDb } from '@/utils/ledger/schema';
import { oneAtATime } from '@/utils/writer/one-at-a-time';
import { takeStudy } from '@/utils/writer/study';
import * as made from '../export/made-rows';
import { example, file, now, participation } from '../study/made-study';

type Shown = Omit<ResearchProps, 'actions' | 'now'>;

let shown: Shown;
let work: ReturnType<typeof researchWork>;
let names = 0;
const ownKey = 'c3a7f09b51d24e8f96ab0d7c4e12f85a3b9d60e7f1c84a25d3076b9ee8f14c2a';
const since = { consentedAt: made.start, observedFrom: made.start, file: { ...file, key: ownKey } };
const query = { table: 'exposures' as const, text: '', count: 50 };
const rowsShown = () => (shown.review.state === 'ready' ? shown.review.shown.rows : undefined);
const ready = () => vi.waitFor(() => expect(shown.review.state).toBe('ready'));

/** The background that a page talks to, as far as studies go. */
function answerStudies(db: LedgerDb) {
  const storage = fakeBrowser.storage.local;
  const desk = { storage, now: () => now, announce: () => undefined, read: <T>(ask: (from: LedgerDb) => T) => ask(db) };
  const inTurn = oneAtATime();
  return async ({ change }: { change: StudyChange }) => takeStudy(desk as never, change, inTurn);
}

beforeEach(async () => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.1.0' }) });
  await fakeBrowser.storage.local.set({ study: { joined: participation(since), left: [] } });
  const db = await openLedger({ name: `research-review-${String((names += 1))}` });
  await appendExposures(
    db,
    [1, 2, 3].map((at) =>
      made.card(at * made.minute, 'v1', { id: `stay-${String(at)}`, unit: { key: `card:${String(at)}` } }),
    ),
  );
  fakeBrowser.runtime.sendMessage = vi.fn(answerStudies(db)) as never;
  const desk = {
    open: () => Promise.resolve(db),
    facts: () => ({}),
    now: () => now + made.minute * 60,
    redraw: () => undefined,
  };
  work = researchWork(desk as unknown as Desk, (state) => (shown = state));
  work.read();
  await vi.waitFor(() => expect(shown?.kept?.joined).toBeDefined());
});

test('a row that is left out while another question is being read is not among what it finds', async () => {
  work.actions.onReview(query);
  await ready();
  const [first] = rowsShown() ?? [];
  expect(rowsShown()).toHaveLength(3);
  work.actions.onReview({ ...query, count: 10 });
  expect(shown.review.state).toBe('reading');
  work.actions.onLeaveOut(first?.keys ?? []);
  await vi.waitFor(() => expect(shown.kept?.joined?.redacted).toHaveLength(1));
  await ready();
  await vi.waitFor(() => expect(rowsShown()).toHaveLength(2));
  expect(shown.review).toMatchObject({ query: { count: 10 } });
});

test('one that is left out after the review was closed opens it no more', async () => {
  work.actions.onReview(query);
  await ready();
  const [first] = rowsShown() ?? [];
  work.actions.onLeave();
  work.actions.onLeaveOut(first?.keys ?? []);
  await vi.waitFor(() => expect(shown.failed).toBe(true));
  expect(shown.review.state).toBe('closed');
});

test('a changed file that was agreed to closes the review of the one before', async () => {
  work.actions.onReview(query);
  await ready();
  const changed = { ...example, key: ownKey, tables: ['page_views', 'quality'] };
  const text = () => Promise.resolve(JSON.stringify(changed));
  work.actions.onStudyFile({ size: 10, text } as File);
  await vi.waitFor(() => expect([shown.refusal, shown.offer]).toMatchObject([undefined, { file: changed }]));
  work.actions.onJoin({ purchases: false, automated: false });
  await vi.waitFor(() => expect(shown.kept?.joined?.file.tables).toEqual(changed.tables));
  expect(shown.review.state).toBe('closed');
});
