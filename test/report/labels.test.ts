import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DensityReport, Estimate } from '@/utils/core/density-report';
import { labelKindOf } from '@/utils/core/labels';
import type { disclosure } from '@/utils/density/disclosure';
import type { Row, TableRow } from '@/utils/export/tables';
import { densityTally } from '@/utils/report';
import { rowsFrom, rowsOf } from '../export/collect';
import * as made from '../export/made-rows';
import { simulate, sourceOf } from '../export/simulate';

type Rows = Awaited<ReturnType<typeof rowsOf>>;
const options = { zoneMinutes: 480, device: 'desktop' } as const;
const rows = await rowsOf(sourceOf(simulate({ seed: 11, sessions: 2, cards: 8, comments: 20, adShare: 0.3 })));
const cards = rows.exposures.filter((row) => row.unit_kind === 'note_card');

function reportOf(of: Rows) {
  const tally = densityTally(options);
  for (const table of ['page_views', 'exposures', 'links'] as const)
    for (const row of of[table]) tally.add({ table, row, at: 0 } as TableRow);
  return tally.report();
}

function valueOf(estimate: Estimate): number {
  if (estimate.state === 'few') throw new Error('There are enough.');
  return estimate.value;
}

describe('labels', () => {
  const label = (text: string, kind: 'statutory' | 'equivalent' | 'declared' | 'none') => ({ text, kind });
  const shown = (place: number, unit: object) =>
    made.card(Math.floor(place / 4) * 60 * made.minute + place, `v${String(Math.floor(place / 4))}`, {
      unit: { key: `card:${String(place)}`, position: place % 4, ...unit },
    });

  /** The units of the published vector as rows, eight times over: one lot in each session. */
  const vector = JSON.parse(
    readFileSync(join(import.meta.dirname, '../density/vectors/v17-disclosure.json'), 'utf8'),
  ) as { input: { units: Parameters<typeof disclosure>[0] }; expected: Record<string, number> };
  const lots = 8;
  const audited = Array.from({ length: lots }, (_lot, session) =>
    [...vector.input.units].map((unit, place): Row<'exposures'> => {
      const kind = labelKindOf(unit.label_text ?? '');
      return {
        ...cards[0]!,
        ...{ exposure_no: 100 * session + place, session_no: session, unit_kind: 'note_card', ad_evidence: null },
        ...{ label_kind: kind, label_text: unit.label_text, label_visible: unit.label_visible },
        ...{ author_role: unit.author_role, ad_class: unit.class, blue_links: 0 },
        ad_links: Number(unit.purchase_link),
      };
    }),
  ).flat();
  const expectVector = (found: DensityReport['labels']) => {
    const { expected } = vector;
    const rates = {
      ...{ any: 'disclosed_any_rate', statutory: 'statutory_label_rate', none: 'no_label_observed_rate' },
      ...{ visible: 'disclosed_and_visible_rate', scoped: 'art9_link_statutory_rate' },
      ...{ scopedNone: 'art9_link_no_label_rate', feed: 'feed_ad_statutory_rate' },
    } as const;
    for (const [name, rate] of Object.entries(rates) as [keyof typeof rates, string][])
      expect(valueOf(found[name])).toBeCloseTo(expected[rate] ?? -1, 12);
    expect(found.any.units).toBe(lots * (expected['with_purchase_link'] ?? 0));
    expect(found.scoped.units).toBe(lots * (expected['art9_link_scope'] ?? 0));
    expect(found.feed.units).toBe(lots * (expected['feed_ads'] ?? 0));
  };

  test('are those of the metric, over units with a purchase link', () => {
    expectVector(reportOf({ ...rows, page_views: [], links: [], exposures: audited }).labels);
    // Twelve more ads that link to nothing are in no share but that of feed ads.
    const more = audited.slice(0, 12).map((row, place) => ({
      ...row,
      ...{ exposure_no: 5_000 + place, ad_class: 'platform_ad', ad_links: 0, label_kind: 'none', label_text: null },
    }));
    const { labels } = reportOf({ ...rows, page_views: [], links: [], exposures: [...audited, ...more] });
    expect(labels.any.units).toBe(lots * 9);
    expect(labels.feed.units).toBe(lots * 4 + 12);
  });

  test.each(['links', 'exposures'] as const)('count a link that a row of its own tells, %s first', (first) => {
    const linked = audited.filter(({ ad_links }) => ad_links > 0);
    // A note that was opened: its goods are told by rows of links, and more than one may stand on it.
    const open = audited.map((row) => ({ ...row, unit_kind: 'note_detail', ad_links: 0 }));
    const links = [...linked, ...linked.slice(0, 3)].map(({ exposure_no }, place) => ({
      ...rows.links[0]!,
      ...{ link_kind: 'product_card', link_no: place, exposure_no },
    }));
    const tally = densityTally(options);
    const second = first === 'links' ? ('exposures' as const) : ('links' as const);
    const told = { links, exposures: open };
    for (const table of [first, second]) for (const row of told[table]) tally.add({ table, row, at: 0 } as TableRow);
    expectVector(tally.report().labels);
  });

  test.each(['links', 'exposures'] as const)('count a link of an ad of a later version, %s first', (first) => {
    const exposures = audited.map((row) => ({
      ...row,
      ...(row.ad_links > 0 && { ad_class: 'hologram_ad', ad_evidence: 'L1.target' }),
      ad_links: 0,
    }));
    const links = audited.flatMap(({ ad_links, exposure_no }, place) =>
      ad_links > 0 ? [{ ...rows.links[0]!, link_kind: 'product_card', link_no: place, exposure_no }] : [],
    );
    const tally = densityTally(options);
    const told = { links, exposures };
    const second = first === 'links' ? ('exposures' as const) : ('links' as const);
    for (const table of [first, second]) for (const row of told[table]) tally.add({ table, row, at: 0 } as TableRow);
    expect(tally.report().labels.any).toMatchObject({ units: links.length });
  });

  test('count goods that a card’s own state tells of, whatever its label', async () => {
    const units = Array.from({ length: 40 }, (_unit, place) =>
      shown(
        place,
        [
          { label: label('广告', 'statutory'), signals: ['L2 goods_info'], authorRole: 'author' },
          { label: label('赞助', 'equivalent'), signals: ['L2 model_type', 'L2 goods_info'], authorRole: 'merchant' },
          { label: label('', 'none'), signals: ['L2 goods_info'], authorRole: 'author' },
          { label: label('赞助', 'equivalent'), signals: ['L2 model_type'], authorRole: 'author' }, // sells nothing itself
        ][place % 4] ?? {},
      ),
    );
    const { labels } = reportOf(await rowsFrom(units));
    expect(labels.any).toMatchObject({ units: 30, part: 20 });
    expect(valueOf(labels.statutory)).toBeCloseTo(1 / 3, 12);
    expect(valueOf(labels.scoped)).toBeCloseTo(1 / 2, 12);
    expect(labels.feed).toMatchObject({ units: 30, part: 10 });
    expect(labels.texts.map(({ text, share }) => [text, valueOf(share), share.units])).toEqual([
      ['广告', 1 / 3, 30],
      ['赞助', 1 / 3, 30],
    ]);
    expect(labels.kinds.map(({ name, share }) => [name, share.units])).toEqual([
      ['statutory', 30],
      ['equivalent', 30],
      ['none', 30],
    ]);
  });
});
