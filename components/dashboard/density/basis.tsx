import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import type { DensityReport } from '@/utils/core/density-report';
import { formatPercent } from './estimates';

const BasisContext = createContext<string | undefined>(undefined);

export const BasisProvider = BasisContext.Provider;

/** What each figure of a report rests on beside its own denominator: classes, viewability, rules, coverage, intervals. */
export function basisOf({ rules, known, units }: DensityReport): string {
  return i18n.t('density.rests', [rules.join(' '), formatPercent(known / units)]);
}

export function useBasis(): string | undefined {
  return useContext(BasisContext);
}

/** The same below figures that are no chart, with what they are of. */
export function Basis({ of }: { of: string }) {
  const basis = useBasis();
  return <p class="chart__facts figure-basis">{[i18n.t('density.over', [of]), basis].filter(Boolean).join(' · ')}</p>;
}
