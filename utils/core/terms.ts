/**
 * What the person agrees to at first run. Raised whenever more is recorded, or for another purpose: whoever agreed to less
 * is asked again, and until then nothing new is recorded.
 */
export const currentTerms = 1;

/** The terms that the person agreed to, and since when (epoch ms); terms 0 for none. */
export interface Consent {
  terms: number;
  at: number;
}

export function hasConsented({ terms }: Consent): boolean {
  return terms >= currentTerms;
}

/** `no`: never asked; `again`: what is recorded has changed since. */
export type Standing = 'yes' | 'no' | 'again';

export function standingOf(consent: Consent): Standing {
  if (hasConsented(consent)) return 'yes';
  return consent.terms === 0 ? 'no' : 'again';
}
