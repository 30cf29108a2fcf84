import type { Estimate } from './density-report';

/** A person's own look at what the rules decided 抽查: what the error of the rules is made of. */

export const verdicts = ['ad', 'not-ad', 'unsure'] as const;
export type Verdict = (typeof verdicts)[number];

export interface SpotCheck {
  /** Visit and unit: one card as it was shown once. */
  key: string;
  noteId: string;
  /** What the rules said, and which. */
  isAd: boolean;
  rules: string;
  says: Verdict;
  /** Two people may code the same cards, without seeing each other's word. */
  coder: 1 | 2;
  /** Said unasked, of a card that nobody drew: people say so where something is wrong, so it is in no share. */
  told?: true;
  /** When the card was shown, epoch ms. */
  shownAt?: number;
  /** When it was said, epoch ms. */
  at: number;
}

/** The name of a card as it was shown in one visit; a visit's own name is a UUID. */
export function checkKey(visit: string, unit: string): string {
  return `${visit}|${unit}`;
}

export function visitOf(key: string): string {
  return key.slice(0, Math.max(0, key.indexOf('|')));
}

/** A year of looking at some every day. */
export const mostChecks = 5_000;

/** Below these nothing is told: precision of three cards is no precision, nor is agreement over three. */
export const fewestChecks = { ads: 10, others: 10, both: 10 } as const;

/** Later words of the same coder on the same card count; what was said unasked takes the place of no answer. */
export function withCheck(checks: readonly SpotCheck[], check: SpotCheck): SpotCheck[] {
  const others = checks.filter(
    ({ key, coder, told }) => key !== check.key || coder !== check.coder || told !== check.told,
  );
  return [...others, check].slice(-mostChecks);
}

/** A card to look at. */
export interface Candidate {
  key: string;
  noteId: string;
  isAd: boolean;
  rules: string;
  /** Epoch ms. */
  at: number;
  title?: string;
  label?: string;
  /** From 1. */
  position?: number;
}

/** A figure with the middle 95 % of what it may be after so many looks. */
export interface Rate {
  value: number;
  low: number;
  high: number;
}

/** How well the rules did, and what the share comes to when their error is put right. */
export interface CorrectedReport {
  /** Cards that the first coder decided, by what the rules had said. */
  checked: { ads: number; others: number; unsure: number };
  /** Said unasked: of cards called ads that they are none, and of others that they are. */
  told: { notAds: number; missed: number };
  /** What was drawn from: note cards on screen, each once in a visit; `undecided` are those that are in no figure. */
  of: { cards: number; undecided: number };
  /** Rule versions that read them. */
  rules: string[];
  isEnough: boolean;
  precision: Rate | null;
  recall: Rate | null;
  /** Between the rules and the first coder. */
  kappa: Rate | null;
  observed: Estimate;
  /** Null as well where there are too few sessions to tell of `observed`. */
  corrected: Rate | null;
  /** Between the two coders, over cards that both decided. */
  coders: { n: number; kappa: Rate | null };
}
