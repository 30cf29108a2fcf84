import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { PageKind } from '@/utils/core/types';
import type { StudyTask } from '@/utils/core/study';
import { appendExposures } from '@/utils/ledger/exposures';
import { openLedger } from '@/utils/ledger/open';
import { endedTask } from '@/entrypoints/dashboard/research/tasks';
import type { Desk } from '@/entrypoints/dashboard/view';
import * as made from '../export/made-rows';
import { file, participation } from '../study/made-study';

const second = 1_000;
const cardOn = (pageKind: PageKind, at: number) =>
  made.card(at, `visit-${pageKind}`, { pageKind, unit: { key: `card:${String(at)}` } });

const shown = [
  ...[1, 2, 3].map((at) => cardOn('search', at * second)),
  ...[4, 5].map((at) => cardOn('feed', at * second)),
  made.openNote(6 * second, 'visit-note'),
  ...[7, 8].map((at) =>
    made.card(at * second, 'visit-shop', { pageKind: 'shop', unit: { key: `card:${String(at)}`, kind: 'product' } }),
  ),
  ...(['note', 'product'] as const).map((kind, place) =>
    made.card((9 + place) * second, `visit-${kind}`, {
      pageKind: kind === 'note' ? 'board' : 'live',
      unit: { key: `card:${kind}`, kind },
    }),
  ),
].map((row, place) => ({ ...row, id: `stay-${String(place)}` }));

test.each<[StudyTask['surface'], number, number | undefined]>([
  ['explore_feed', 2, 5],
  ['explore_feed', 3, undefined],
  ['search_results', 3, 3],
  ['note_detail', 1, 6],
  ['note_detail', 2, undefined],
  ['profile', 1, undefined],
  ['shop', 2, 8],
  ['shop', 3, undefined],
  ['other', 1, 9],
  ['other', 2, 10],
  ['other', 3, undefined],
])('a task on %s is over after %d notes or goods there', async (surface, units, after) => {
  const db = await openLedger({ name: `tasks-${surface}-${String(units)}` });
  await appendExposures(db, shown);
  const protocol = [{ id: 'a-task', surface, task: 'Scroll.', stop: { units } }];
  const study = participation({
    file: { ...file, protocol },
    runs: [{ task: 'a-task', startedAt: made.start }],
  });
  const desk = { open: () => Promise.resolve(db), now: () => made.start + 60 * second } as unknown as Desk;
  expect(await endedTask(desk, study)).toEqual(
    after && { kind: 'stop-task', stop: 'units', at: made.start + after * second },
  );
});
