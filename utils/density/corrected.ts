import { fewestChecks, type CorrectedReport, type SpotCheck } from '../core/spot-checks';
import type { Cluster } from './cluster';
import { cohenKappa, validateDetector, type Confusion } from './detector';
import { estimateOf } from './estimate';
import { drawnShares, draws, rateWithin } from './posterior';

/** What was drawn from: cards that the rules called ads, and the others. */
export interface Population {
  ads: number;
  others: number;
  /** Whose class the rules could not decide: of neither kind. */
  undecided: number;
  /** The rules that read them: what others got wrong says nothing of these. */
  rules: ReadonlySet<string>;
  /** The same cards by session. */
  sessions: readonly Cluster[];
}

interface Sample {
  n: number;
  /** Of these the coder called an ad. */
  yes: number;
}

interface Samples {
  ads: Sample;
  others: Sample;
}

const noRates = { precision: null, recall: null, kappa: null, corrected: null };

/**
 * Precision comes from cards that the rules called ads, what they missed from the others; both kinds are drawn apart, since
 * ads are few. Each is weighted by how many it stands for, and the share is put right by Rogan and Gladen. Intervals are
 * drawn from what the two rates may be after so many looks; that other cards might have been shown is in that of `observed`.
 */
export function correctedReport(all: readonly SpotCheck[], population: Population): CorrectedReport {
  const checks = all.filter(({ told, rules }) => told !== true && population.rules.has(rules));
  const first = checks.filter(({ coder }) => coder === 1);
  const decided = first.filter(({ says }) => says !== 'unsure');
  const samples = { ads: sampleOf(decided, true), others: sampleOf(decided, false) };
  const isEnough = samples.ads.n >= fewestChecks.ads && samples.others.n >= fewestChecks.others;
  const observed = estimateOf(population.sessions);
  const { corrected, ...rates } = isEnough ? ratesOf(samples, population) : noRates;
  return {
    checked: { ads: samples.ads.n, others: samples.others.n, unsure: first.length - decided.length },
    told: toldIn(all),
    of: { cards: population.ads + population.others, undecided: population.undecided },
    rules: [...population.rules].sort(),
    isEnough,
    ...rates,
    observed,
    corrected: observed.state === 'few' ? null : corrected,
    coders: agreementOf(checks),
  };
}

function toldIn(all: readonly SpotCheck[]): CorrectedReport['told'] {
  const told = all.filter((check) => check.told);
  return {
    notAds: told.filter(({ isAd, says }) => isAd && says === 'not-ad').length,
    missed: told.filter(({ isAd, says }) => !isAd && says === 'ad').length,
  };
}

function sampleOf(decided: readonly SpotCheck[], isAd: boolean): Sample {
  const own = decided.filter((check) => check.isAd === isAd);
  return { n: own.length, yes: own.filter(({ says }) => says === 'ad').length };
}

/** The confusion that the whole population would have shown. @param missed of the others, how many are ads */
function weighted(
  { precision, missed }: { precision: number; missed: number },
  { ads, others }: Population,
): Confusion {
  return { tp: ads * precision, fp: ads * (1 - precision), fn: others * missed, tn: others * (1 - missed) };
}

function ratesOf({ ads, others }: Samples, population: Population) {
  const told = (rates: Parameters<typeof weighted>[0]) => validateDetector(weighted(rates, population));
  const share = ({ n, yes }: Sample, random: () => number) => drawnShares([yes, n - yes], random)[0] ?? 0;
  const figures = told({ precision: ads.yes / ads.n, missed: others.yes / others.n });
  const drawn = draws((random) => told({ precision: share(ads, random), missed: share(others, random) }));
  const rate = (name: keyof typeof figures) =>
    rateWithin(
      figures[name],
      drawn.map((each) => each[name]),
    );
  return {
    precision: rate('precision'),
    recall: rate('recall'),
    kappa: rate('cohen_kappa'),
    corrected: rate('corrected_prevalence'),
  };
}

/** Cards that both decided, each without the other's word. */
function agreementOf(checks: readonly SpotCheck[]): CorrectedReport['coders'] {
  const says = (coder: 1 | 2) =>
    new Map(
      checks.flatMap((check) => (check.coder === coder && check.says !== 'unsure' ? [[check.key, check.says]] : [])),
    );
  const [one, two] = [says(1), says(2)];
  const counts: Confusion = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const [key, word] of one) {
    const other = two.get(key);
    if (other === undefined) continue;
    if (word === 'ad') counts[other === 'ad' ? 'tp' : 'fn'] += 1;
    else counts[other === 'ad' ? 'fp' : 'tn'] += 1;
  }
  const n = counts.tp + counts.fp + counts.fn + counts.tn;
  return { n, kappa: n < fewestChecks.both ? null : agreement(counts) };
}

function agreement({ tp, fp, fn, tn }: Confusion) {
  const drawn = draws((random) => {
    const [both = 0, second = 0, first = 0, neither = 0] = drawnShares([tp, fp, fn, tn], random);
    return cohenKappa({ tp: both, fp: second, fn: first, tn: neither });
  });
  return rateWithin(cohenKappa({ tp, fp, fn, tn }), drawn);
}
