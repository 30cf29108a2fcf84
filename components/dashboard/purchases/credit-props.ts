import type { CreditReport } from '@/utils/core/credits';
import type { Job } from '../../parts/job';

export type CreditView = Job<CreditReport>;

export interface CreditActions {
  onWorkOut: () => void;
  onStop: () => void;
}
