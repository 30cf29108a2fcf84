import { i18n } from '@/utils/i18n';
import type { Summary } from '@/utils/core/rows';
import { SumsFrame, type SumsProps } from '../sums-frame';
import { CategoryChart } from './category-chart';
import { FunnelChart } from './funnel-chart';
import { HoursChart } from './hours-chart';
import { NotBoughtChart } from './not-bought-chart';
import { SavedChart } from './saved-chart';
import { SeedMatrix } from './seed-matrix';
import { SpendChart } from './spend-chart';
import { WaitingChart } from './waiting-chart';
import { WeeksChart } from './weeks-chart';

interface OverviewProps extends SumsProps {
  /** Absent until it is read. */
  summary: Summary | undefined;
}

/** The whole way from a note to a purchase, in nine pictures. */
export function OverviewView({ summary, ...sums }: OverviewProps) {
  return (
    <SumsFrame
      {...sums}
      title={i18n.t('views.overview')}
      lead={i18n.t('overview.lead')}
      first={summary && <SavedChart summary={summary} />}
    >
      {({ overview, totals }) => (
        <>
          <FunnelChart overview={overview} totals={totals} />
          <WeeksChart weeks={overview.weeks} />
          <SeedMatrix cells={overview.cells} />
          <SpendChart spending={overview.spending} />
          <CategoryChart categories={overview.spending.categories} />
          <WaitingChart waiting={overview.waiting} />
          <NotBoughtChart notBought={overview.notBought} />
          <HoursChart hours={overview.hours} />
        </>
      )}
    </SumsFrame>
  );
}
