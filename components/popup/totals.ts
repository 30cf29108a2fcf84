import type { Summary } from '@/utils/core/rows';
import type { PlatformId } from '@/utils/core/types';

type Counted = 'saved' | 'purchased';

/** Over all platforms. */
export function totals({ platforms }: Summary): Record<Counted, number> {
  const sum = (of: Counted) => platforms.reduce((total, platform) => total + platform[of], 0);
  return { saved: sum('saved'), purchased: sum('purchased') };
}

/** A group counts what it shows; a list that goes on counts what the ledger holds. */
export function groupCount(shown: number, platform: PlatformId, whole: { summary: Summary | undefined; of: Counted }) {
  const row = whole.summary?.platforms.find((entry) => entry.platform === platform);
  return Math.max(shown, row?.[whole.of] ?? 0);
}
