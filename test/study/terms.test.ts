import { describe, expect, test } from 'vitest';
import { orderKey, redactionMark, unitKey, visitKey, withoutRedacted } from '@/utils/export/redaction';
import { makeRows } from '@/utils/export/rows';
import type { TableRow } from '@/utils/export/tables';
import { termsOfStudy, termsOfWithdrawal } from '@/utils/export/terms-of';
import { ruleSet } from '@/utils/export/write/data-package';
import { rowsOf } from '../export/collect';
import * as made from '../export/made-rows';
import { madeTerms } from '../export/made-terms';
import { simulate, sourceOf } from '../export/simulate';
import { file, now, participation } from './made-study';

const occasion = { device: madeTerms().device, exportId: madeTerms().exportId, now, rowsDropped: 4 };

describe('the terms of an export', () => {
  test('are those of the file, from the first consent on', () => {
    const terms = termsOfStudy(participation({ redacted: ['e:1', 'e:2'] }), occasion);
    expect(terms).toMatchObject({
      study: { id: file.id, tier: 'T1', tables: file.tables, paidAt: 'day', amounts: 'none' },
      participant: { consentVersion: '1', observedFrom: participation().observedFrom, observedTo: now },
      ...{ redactions: 2, rowsDropped: 4, exportedAt: now },
    });
    expect(Buffer.from(terms.study.key).toString('hex')).toBe(file.key);
  });

  test.each([
    [1_000_000, 1_000_000],
    [undefined, null],
  ])('a spend of %s goes with the rules', (spendFen, spend_fen) => {
    const terms = termsOfStudy(participation({ file: { ...file, ...(spendFen && { spendFen }) } }), occasion);
    expect(ruleSet(terms).attribution).toMatchObject({ spend_fen });
  });

  test('end with the study', () => {
    const ended = participation({ file: { ...file, endsOn: '2026-11-03' }, observedFrom: Date.UTC(2026, 10, 2) });
    const { participant } = termsOfStudy(ended, { ...occasion, now: Date.UTC(2027, 0, 1) });
    expect(participant.observedTo).toBe(Date.UTC(2026, 10, 4) - 1);
  });

  test('leave purchases out where only the rest was agreed to', () => {
    const asking = { ...file, tables: ['links', 'orders', 'attributions'] as const, purchaseConsent: 'And those.' };
    const told = (purchases: boolean) =>
      termsOfStudy(participation({ file: { ...asking, tables: [...asking.tables] }, purchases }), occasion);
    expect(told(false).study.tables).toEqual(['links']);
    expect(told(true).study.tables).toEqual(asking.tables);
    expect(told(true).participant.consentText).toContain('And those.');
    expect(told(false).participant.consentText).not.toContain('And those.');
  });

  test('name the tasks that were done, since what holds now was agreed to', () => {
    const { observedFrom } = participation();
    const runs = [observedFrom - 1, observedFrom].map((startedAt) => ({ task: 'home-20', startedAt }));
    const { tasks } = termsOfStudy(participation({ runs }), occasion);
    expect(tasks).toMatchObject([{ task: 'home-20', surface: 'explore_feed', startedAt: observedFrom }]);
  });

  test('of a withdrawal are one row that says since when', async () => {
    const { file: of, participantId, consentedAt, observedFrom } = participation();
    const terms = termsOfWithdrawal(
      { file: of, participantId, consentedAt, observedFrom, withdrawnAt: now - 5 },
      occasion,
    );
    const rows = await rowsOf(sourceOf({ happenings: [made.card(0, 'v')], orders: [] }), terms);
    expect(rows.participants).toMatchObject([
      { participant_id: participantId, withdrawn_at: now - 5, consented_at: consentedAt },
    ]);
    expect(rows.exposures).toEqual([]);
  });
});

describe('what was left out', () => {
  const life = simulate({ seed: 3, sessions: 30, cards: 6, comments: 4, adShare: 0.4 });
  const terms = madeTerms();

  const { id: participantId } = terms.participant;

  async function originsOf(keys: readonly string[] = []): Promise<TableRow[]> {
    const rows: TableRow[] = [];
    const redacted = keys.map((key) => redactionMark(participantId, key));
    const source = withoutRedacted(sourceOf(life), { participantId, redacted, observedFrom: 0, observedTo: 8e15 });
    for await (const batch of makeRows(source, terms)) rows.push(...batch);
    return rows;
  }

  test.each(['page_views', 'exposures', 'links', 'actions', 'orders'] as const)(
    'a row of %s goes, and whatever refers to it',
    async (table) => {
      const before = await originsOf();
      const one = before.find((row) => row.table === table);
      const keys = one?.origin?.().keys ?? [];
      expect(keys.length).toBeGreaterThan(0);
      const after = await originsOf(keys);
      const count = (rows: TableRow[]) => rows.filter((row) => row.table === table).length;
      expect(count(after)).toBeLessThan(count(before));
      expect(after.flatMap((row) => row.origin?.().keys ?? []).filter((key) => keys.includes(key))).toEqual([]);
      const idsIn = (name: string, of: string) =>
        new Set(after.flatMap((row) => (row.table === of ? [Reflect.get(row.row, name) as unknown] : [])));
      const [pages, units] = [idsIn('page_view_no', 'page_views'), idsIn('exposure_no', 'exposures')];
      for (const { table: of, row } of after) {
        if (of === 'exposures' || of === 'links') expect(pages).toContain(row.page_view_no);
        if (of === 'links' && row.exposure_no !== null) expect(units).toContain(row.exposure_no);
      }
    },
  );

  test('every row that comes from single things can be left out', async () => {
    const rows = await originsOf();
    const summed = new Set(['participants', 'sessions', 'quality', 'attributions', 'aggregates']);
    expect(rows.filter((row) => row.origin === undefined && !summed.has(row.table))).toEqual([]);
  });

  test('stays out whatever came since: keys are no row numbers', () => {
    expect([visitKey('a'), unitKey(made.card(0, 'a')), orderKey({ orderKey: 'jd:x' })]).toEqual([
      'v:a',
      'u:a|card:0',
      'o:jd:x|',
    ]);
  });

  test('a mark tells nothing of what was left out, and another participant has another', () => {
    const key = 'e:s:xiaohongshu:65f000000000000012345678:ad-link:jd:100012043978';
    const mark = redactionMark(participantId, key);
    expect(mark).toMatch(/^[\da-f]{32}$/);
    expect(mark).not.toBe(redactionMark(`${participantId}a`, key));
  });
});
