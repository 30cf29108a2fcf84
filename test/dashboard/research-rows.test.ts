import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { countOutside, withRowsAhead } from '@/entrypoints/dashboard/research/outside';
import { sourceOfStudy } from '@/entrypoints/dashboard/research/rows';
import { consentDocument } from '@/utils/export/write/documents';
import { appendEvents } from '@/utils/ledger/append';
import { appendExposures } from '@/utils/ledger/exposures';
import { openLedger } from '@/utils/ledger/open';
import { rowsOf } from '../export/collect';
import * as made from '../export/made-rows';
import { madeTerms } from '../export/made-terms';
import { participation } from '../study/made-study';

test('which visits had begun before the consent is known from the day before, of which nothing else is told', async () => {
  const db = await openLedger({ name: 'research-rows' });
  const observedFrom = made.start + made.minute;
  const terms = madeTerms({ participant: { observedFrom } });
  const unread = [{ where: 'cards', reason: 'shape' as const }];
  const stays = [made.itself(0, 'v1'), made.card(1, 'v0'), made.card(2 * made.minute, 'v1')];
  await appendExposures(
    db,
    stays.map((stay, place) => ({ ...stay, id: `stay-${String(place)}` })),
  );
  await appendEvents(db, [made.left(3 * made.minute, 'v1', unread), made.left(3 * made.minute, 'v2', unread)]);
  const { page_views, exposures, quality } = await rowsOf(sourceOfStudy(db, terms, participation()), terms);
  expect(exposures).toHaveLength(1);
  expect(page_views).toMatchObject([{ notes_unparsed: 0 }]);
  expect(quality).toMatchObject([{ errors: 1 }]);
});

test.each([
  ['no unit', { unit: undefined }],
  ['links that are no list', { unit: { key: 'open-note:n', kind: 'open-note', links: { 0: 1 } } }],
  ['a link that leads nowhere', { unit: { key: 'open-note:n', kind: 'open-note', links: [{ surface: 'ad-link' }] } }],
])('a damaged row of the day before with %s stops no export, and is none of its losses', async (what, change) => {
  const db = await openLedger({ name: `research-rows ${what}` });
  const terms = madeTerms({ participant: { observedFrom: made.start + made.minute } });
  await appendExposures(db, [made.card(2 * made.minute, 'v1')]);
  await db.put('exposures', { ...made.card(0, 'v0'), id: 'broken', ...change } as never);
  for (const redacted of [[], ['ab'.repeat(16)]]) {
    const source = sourceOfStudy(db, terms, participation({ redacted }));
    expect((await rowsOf(source, terms)).exposures).toHaveLength(1);
    expect(source.dropped()).toBe(0);
  }
});

describe('what the time keeps out of an export', () => {
  const at = (minutes: number) => made.start + minutes * made.minute;
  // The consent at 10, the floor at 20, since a clock had run ahead; the export at 100.
  const span = { consentedAt: at(10), observedFrom: at(20) };
  const termsUntil = (observedTo: number) => ({
    ...madeTerms({ participant: { ...span, observedTo } }),
    exportedAt: at(100),
  });

  async function recorded(name: string) {
    const db = await openLedger({ name: `outside ${name}` });
    const minutes = [0, 5, 15, 30, 60, 120, 150];
    const stays = minutes.map((minute) => ({ ...made.card(minute * made.minute, 'v'), id: `stay-${String(minute)}` }));
    await appendExposures(db, stays);
    await appendEvents(
      db,
      [0, 16, 40, 130].map((minute) => made.left(minute * made.minute, `v${String(minute)}`)),
    );
    return db;
  }

  test('is counted for the person, all of it', async () => {
    const db = await recorded('person');
    expect(await countOutside(db, termsUntil(at(100)))).toBe(8);
    expect(await countOutside(db, termsUntil(at(50)))).toBe(9);
  });

  test('and told of to the study where it is of a time to come; not what may be from before the consent', async () => {
    const db = await recorded('study');
    const told = async (observedTo: number) => consentDocument(await withRowsAhead(db, termsUntil(observedTo)));
    expect(await told(at(100))).toMatchObject({ rows_later_than_export: 3 });
    expect(await told(at(50))).toMatchObject({ rows_later_than_export: 0 });
    const numbers = Object.values(await told(at(100))).filter((each) => typeof each === 'number');
    expect(numbers).toEqual([3]);
  });
});
