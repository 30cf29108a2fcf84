/** What a unit was found to be. Decided apart from its label: the label is not what makes something an ad (SAMR guideline 2024-08-22). */
export const adClassNames = ['platform_ad', 'disclosed', 'commercial_link', 'none', 'unknown'] as const;

/** The set A of the metrics. */
const adClasses: ReadonlySet<string> = new Set(adClassNames.slice(0, 3));

export function isAd({ class: adClass }: { class: string }): boolean {
  return adClasses.has(adClass);
}

/** Everything that was decided. */
const knownClasses: ReadonlySet<string> = new Set([...adClasses, 'none']);

/**
 * `unknown` is neither an ad nor none: it stands outside numerator and denominator and is reported as coverage. So does a
 * word that nobody here knows, as a later version may have.
 */
export function isKnown({ class: adClass }: { class: string }): boolean {
  return knownClasses.has(adClass);
}
