import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, test } from 'vitest';
import { agree } from './agree';
import * as oracle from './oracles';

/** Any input of a vector's shape against a second way to the same figure: people, orders and names. */

const few = (max: number) => fc.integer({ min: 0, max });
const { share, quantile7, total } = oracle;

test('purchases after saves, item by item', async () => {
  const row = { platform: fc.constantFrom('tmall', 'jd', 'xhs'), item: fc.constantFrom('a', 'b', 'c'), day: few(12) };
  const orders = fc.array(fc.record(row)).map((all) => all.map((each, n) => ({ ...each, order: `o${String(n)}` })));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record(row)), orders, async (saved, purchases) => {
      const keyOf = (each: { platform: string; item: string }) => `${each.platform} ${each.item}`;
      const items = [...new Set(saved.map(keyOf))].map((key) => {
        const first = Math.min(...saved.filter((each) => keyOf(each) === key).map(({ day }) => day));
        const later = purchases
          .filter((each) => keyOf(each) === key && each.day >= first)
          .map(({ day }) => day - first);
        return { key, first, wait: later.length === 0 ? null : Math.min(...later) };
      });
      const rateOf = (own: typeof items) => share(own.filter(({ wait }) => wait !== null).length, own.length);
      const platforms = [...new Set([...saved, ...purchases].map(({ platform }) => platform))].map((platform) => {
        const own = items.filter(({ key }) => key.startsWith(`${platform} `));
        const counts = {
          saved_items: own.length,
          saved_then_purchased: own.filter(({ wait }) => wait !== null).length,
        };
        const bought = purchases.filter((each) => each.platform === platform).length;
        return [platform, { ...counts, purchases: bought, save_to_purchase_rate: rateOf(own) }] as const;
      });
      const isFromSaved = (each: (typeof purchases)[number]) =>
        items.some(({ key, first }) => key === keyOf(each) && each.day >= first);
      await agree(
        'save_to_purchase_rate',
        { saved, purchases, observation_end_day: 12 },
        {
          per_platform: Object.fromEntries(platforms),
          overall_rate: rateOf(items),
          time_to_purchase_km: oracle.survival(
            items.map(({ first, wait }) => ({ t: wait ?? 12 - first, event: wait !== null })),
          ),
          purchases_not_from_saved: purchases.filter((each) => !isFromSaved(each)).length,
        },
      );
    }),
  );
});

describe('clusters', () => {
  const cluster = fc.record({ ads: few(9), more: few(20) }).map(({ ads, more }) => ({ ads, units: ads + more }));

  test('every resample there is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cluster, { minLength: 2, maxLength: 5 }), async (participants) => {
        const [x, n] = [total(participants.map(({ ads }) => ads)), total(participants.map(({ units }) => units))];
        const [R, m] = [x / n, participants.length];
        const within = total(participants.map(({ ads, units }) => ads ** 2 - 2 * R * ads * units + (R * units) ** 2));
        const [se, independent] =
          n === 0 ? [null, null] : [Math.sqrt((m / (m - 1)) * Math.max(0, within)) / n, Math.sqrt((R * (1 - R)) / n)];
        const own = participants.filter(({ units }) => units > 0);
        const values = oracle.allResamples(participants).sort((a, b) => a - b);
        const centre = share(total(values), values.length);
        const spread =
          centre === null ? null : Math.sqrt(total(values.map((value) => (value - centre) ** 2)) / values.length);
        await agree(
          'cluster_se',
          { participants },
          {
            ...{
              pooled_ratio: share(x, n),
              macro_mean: share(total(own.map(({ ads, units }) => ads / units)), own.length),
            },
            ...{ cluster_se_linearised: se, se_if_independent: independent },
            design_effect: se === null || independent === null ? null : share(se ** 2, independent ** 2),
            bootstrap_exact: {
              ...{ n_resamples: m ** m, mean: centre, sd_population: spread },
              ...{ q025: quantile7(values, 0.025), q975: quantile7(values, 0.975) },
              ...{ min: values[0] ?? null, max: values.at(-1) ?? null },
            },
          },
        );
      }),
      { numRuns: 40 },
    );
  });

  test('one proportion, by bisection', async () => {
    const trials = fc.record({ n: fc.integer({ min: 1, max: 400 }), part: fc.double({ min: 0, max: 1, noNaN: true }) });
    await fc.assert(
      fc.asyncProperty(fc.array(trials), async (all) => {
        const cases = all.map(({ n, part }) => ({ k: Math.round(part * n), n }));
        const intervals = cases.map(({ k, n }) => oracle.scoreInterval(k, n, 1.959963984540054));
        await agree('wilson_low', { cases, params: { z: 1.959963984540054 } }, { intervals });
      }),
    );
  });
});

test('the confusion of a detector gives back what is true, whatever its errors', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(few(40), few(40), few(40), few(40)), async ([tp, fp, fn, tn]) => {
      const n = tp + fp + fn + tn;
      const [agreed, chance] = [(tp + tn) / n, ((tp + fp) / n) * ((tp + fn) / n) + ((tn + fn) / n) * ((tn + fp) / n)];
      const isInformed = tp * tn !== fp * fn;
      await agree(
        'cohen_kappa',
        { tp, fp, fn, tn },
        {
          ...{ precision: share(tp, tp + fp), recall: share(tp, tp + fn), specificity: share(tn, tn + fp) },
          ...{
            f1: share(2 * tp, 2 * tp + fp + fn),
            accuracy: share(tp + tn, n),
            observed_prevalence: share(tp + fp, n),
          },
          cohen_kappa:
            n === 0 || (tp + tn + Math.min(fp, fn) === n && (tp === 0 || tn === 0) && fp + fn === 0)
              ? null
              : (agreed - chance) / (1 - chance),
          corrected_prevalence: isInformed ? (tp + fn) / n : null,
        },
      );
    }),
  );
});

test('touches of an order, one by one', async () => {
  const day = 86_400_000;
  const touch = fc.record({
    ...{ type: fc.constantFrom('click', 'view'), days: few(32), shift: fc.constantFrom(-1, 0, 1) },
    ...{ platform: fc.constantFrom('tmall', 'jd'), item: fc.constantFrom('i', 'j', null), shop: fc.constant('s') },
  });
  const params = { click_windows_days: [1, 7, 14, 30], view_window_days: 1, match_level: 'item' };
  await fc.assert(
    fc.asyncProperty(fc.array(touch, { maxLength: 9 }), fc.boolean(), async (made, click_priority) => {
      const order = { id: 'o', t: 100 * day, platform: 'tmall', item: 'i', shop: 's', paid_fen: 1 };
      const touches = made.map(({ days, shift, ...each }, n) => ({
        ...each,
        id: `t${String(n)}`,
        t: order.t - days * day + shift,
      }));
      const inWindow = (window: number) => {
        const fits = touches.filter((each) => {
          const age = (order.t - each.t) / day;
          return (
            each.platform === 'tmall' && each.item === 'i' && age >= 0 && age <= (each.type === 'click' ? window : 1)
          );
        });
        const clicks = fits.filter(({ type }) => type === 'click');
        return (click_priority && clicks.length > 0 ? clicks : fits)
          .sort((a, b) => a.t - b.t || a.id.localeCompare(b.id))
          .map(({ id }) => id);
      };
      const weights = {
        last: (n: number, of: number) => Number(n === of - 1),
        first: (n: number) => Number(n === 0),
        linear: (_n: number, of: number) => 1 / of,
        position: (n: number, of: number) => (of < 3 ? 1 / of : n === 0 || n === of - 1 ? 0.4 : 0.2 / (of - 2)),
      };
      const expected = Object.entries(weights).map(([model, weight]) => {
        const windows = params.click_windows_days.map((window) => {
          const ids = inWindow(window);
          const credits = ids.map((id, n) => [id, weight(n, ids.length)] as const).filter(([, credit]) => credit > 0);
          return [window, Object.fromEntries(credits)] as const;
        });
        return [model, Object.fromEntries(windows)] as const;
      });
      const given = { order, touches, params: { ...params, click_priority } };
      await agree('attribution_credit', given, Object.fromEntries(expected));
    }),
  );
});

test('names under a key, by another library', async () => {
  const key = fc.uint8Array({ minLength: 1, maxLength: 80 });
  const text = fc.string({ unit: 'grapheme', maxLength: 90 });
  const platform = fc.constantFrom('tmall', 'jd', 'pdd');
  await fc.assert(
    fc.asyncProperty(key, key, fc.tuple(text, text, text, platform), async (one, two, [note, author, item, shop]) => {
      const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
      const name = (bytes: Uint8Array, domain: string, id: string) =>
        createHmac('sha256', bytes)
          .update(Buffer.concat([Buffer.from(domain), Buffer.from([0x1f]), Buffer.from(id)]))
          .digest('hex')
          .slice(0, 32);
      await agree(
        'pseudonym',
        { k1_hex: hex(one), k2_hex: hex(two).toUpperCase(), ids: { note, author, [`item:${shop}`]: item } },
        {
          rfc4231_case2: createHmac('sha256', 'Jefe').update('what do ya want for nothing?').digest('hex'),
          ...{ note_k1: name(one, 'note', note), note_k2: name(two, 'note', note) },
          ...{ author_k1_same_id: name(one, 'author', author), item_k1_utf8: name(one, `item:${shop}`, item) },
        },
      );
    }),
  );
});
