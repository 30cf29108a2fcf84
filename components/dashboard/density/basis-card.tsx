import { i18n } from '@/utils/i18n';
import type { DensityReport } from '@/utils/core/density-report';
import { Card } from '../../parts/card';
import { formatCount } from '../../text/format';
import { formatDate } from '../../text/measures';
import { formatPercent } from './estimates';
import { FactList } from './facts';

/** What every figure below rests on: whoever repeats one repeats this. */
export function BasisCard({ report }: { report: DensityReport }) {
  const { from, to, sessions, units, known, unread, blocked, rules } = report;
  if (from === undefined || to === undefined) return undefined;
  return (
    <Card id="basis" title={i18n.t('density.basis')} hint={i18n.t('density.basisHint')}>
      <FactList
        facts={[
          [i18n.t('density.when'), i18n.t('density.fromTo', [formatDate(from), formatDate(to)])],
          [i18n.t('density.seen'), i18n.t('density.seenText', [formatCount(units), formatCount(sessions)])],
          [
            i18n.t('density.coverage'),
            i18n.t('density.coverageText', [formatPercent(known / units), formatCount(unread)]),
          ],
          [i18n.t('density.blocker'), blockerText(blocked)],
          [i18n.t('density.set'), i18n.t('density.setText')],
          [i18n.t('density.rule'), i18n.t('density.ruleText')],
          [i18n.t('density.interval'), i18n.t('density.intervalText')],
          [i18n.t('density.version'), rules.join(' ')],
        ]}
      />
    </Card>
  );
}

/** One that throws ads away leaves no sign: without any, nobody says that there was none. */
function blockerText({ days, of }: DensityReport['blocked']): string {
  if (of === 0) return i18n.t('density.blockerUnknown');
  return days > 0
    ? i18n.t('density.blockerSeen', [formatCount(days), formatCount(of)])
    : i18n.t('density.blockerUnseen', [formatCount(of)]);
}
