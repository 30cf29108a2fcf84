import { quantile, ratio } from '../core/numbers';
import { fewestChecks, type CorrectedReport, type SpotCheck } from '../core/spot-checks';
import { cohenKappa, validateDetector, type Confusion } from './detector';
import { mulberry32 } from './intervals';

/** What was drawn from: cards that the rules called ads, and the others. */
export interface Population {
  ads: number;
  others: number;
  /** The rules that read them: what others got wrong says nothing of these. */
  rules: ReadonlySet<string>;
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

const rounds = 2_000;
const seed = 20_261_129;

/**
 * Precision comes from cards that the rules called ads, what they missed from the others; both kinds are drawn apart, since
 * ads are few. Each is weighted by how many it stands for, and the share is put right by Rogan and Gladen. Its interval is
 * drawn from what the two rates may be after so many looks.
 */
export function correctedReport(all: readonly SpotCheck[], population: Population): CorrectedReport {
  const checks = all.filter(({ told, rules }) => told !== true && population.rules.has(rules));
  const told = toldIn(all);
  const first = checks.filter(({ coder }) => coder === 1);
  const decided = first.filter(({ says }) => says !== 'unsure');
  const samples = { ads: sampleOf(decided, true), others: sampleOf(decided, false) };
  const isEnough = samples.ads.n >= fewestChecks.ads && samples.others.n >= fewestChecks.others;
  const checked = { ads: samples.ads.n, others: samples.others.n, unsure: first.length - decided.length };
  const coders = agreementOf(checks);
  const observed = ratio(population.ads, population.ads + population.others);
  if (!isEnough || observed === null)
    return {
      checked,
      told,
      isEnough: false,
      precision: null,
      recall: null,
      specificity: null,
      kappa: null,
      observed,
      corrected: null,
      coders,
    };
  const { precision, recall, specificity, cohen_kappa, corrected_prevalence } = validateDetector(
    weighted(samples, population),
  );
  const corrected =
    corrected_prevalence === null ? null : { value: corrected_prevalence, ...spread(samples, population) };
  return { checked, told, isEnough, precision, recall, specificity, kappa: cohen_kappa, observed, corrected, coders };
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

/** The confusion that the whole population would have shown. */
function weighted({ ads, others }: Samples, population: Population): Confusion {
  const [precision, missed] = [ads.yes / ads.n, others.yes / others.n];
  return {
    tp: population.ads * precision,
    fp: population.ads * (1 - precision),
    fn: population.others * missed,
    tn: population.others * (1 - missed),
  };
}

/**
 * The middle 95 % of the corrected share. Each rate is drawn from its Jeffreys posterior, Beta(yes + ½, no + ½): drawing
 * the looks again instead would never doubt a rate of none or all, and ten looks that found nothing missed are no proof.
 * Source: Brown, Cai, DasGupta 2001, Interval Estimation for a Binomial Proportion.
 */
function spread(samples: Samples, population: Population): { low: number; high: number } {
  const random = mulberry32(seed);
  const draw = ({ n, yes }: Sample): Sample => {
    const [is, isNot] = [halfGamma(yes, random), halfGamma(n - yes, random)];
    return { n, yes: (n * is) / (is + isNot) };
  };
  const values: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const drawn = { ads: draw(samples.ads), others: draw(samples.others) };
    const value = validateDetector(weighted(drawn, population)).corrected_prevalence;
    if (value !== null) values.push(value);
  }
  return { low: quantile(values, 0.025) ?? 0, high: quantile(values, 0.975) ?? 1 };
}

/** A draw of Gamma(whole + ½): so many exponential waits, and half the square of a normal one. */
function halfGamma(whole: number, random: () => number): number {
  const wait = () => -Math.log(1 - random());
  const normal = Math.sqrt(2 * wait()) * Math.cos(2 * Math.PI * random());
  let sum = normal ** 2 / 2;
  for (let each = 0; each < whole; each += 1) sum += wait();
  return sum;
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
  return { n: counts.tp + counts.fp + counts.fn + counts.tn, kappa: cohenKappa(counts) };
}
