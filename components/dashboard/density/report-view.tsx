import type { DensityReport, LocalReport } from '@/utils/core/density-report';
import { BasisProvider, basisOf } from './basis';
import { BasisCard } from './basis-card';
import { LabelSection } from './label-section';
import { LinkSection } from './link-section';
import { LoadSection } from './load-section';
import { PageSection, PositionSection } from './position-section';
import { PolicySection } from './policy-section';

/** All figures, of the ledger or of an export that was opened. */
export function ReportView({ report, local }: { report: DensityReport; local?: LocalReport | undefined }) {
  return (
    <BasisProvider value={basisOf(report)}>
      <BasisCard report={report} />
      <LoadSection load={report.load} byCategory={local?.byCategory} />
      <PositionSection positions={report.positions} />
      <PageSection page={report.page} attention={report.attention} />
      <LinkSection links={report.links} />
      <LabelSection labels={report.labels} local={local} />
      {local && <PolicySection local={local} />}
    </BasisProvider>
  );
}
