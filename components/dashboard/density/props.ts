import type { DensityReport, LocalReport } from '@/utils/core/density-report';
import type { Job } from '../../parts/job';
import type { SpotCheckActions, SpotChecks } from './spot-check-card';

export const spans = ['30', '90', '365', 'all'] as const;
export type Span = (typeof spans)[number];

export interface DensityRead {
  report: DensityReport;
  /** Absent for an export: it has no titles, and no times of comments. */
  local?: LocalReport;
  span?: Span;
}

export interface DensityProps extends SpotCheckActions {
  span: Span;
  job: Job<DensityRead>;
  checks: SpotChecks | undefined;
  onSpan: (span: Span) => void;
  onStop: () => void;
}
