import { i18n } from '@/utils/i18n';
import type { AttentionReport, PageReport, PositionReport } from '@/utils/core/density-report';
import { Steps } from '../../charts/steps';
import { Card } from '../../parts/card';
import { formatCount } from '../../text/format';
import { Basis, useBasis } from './basis';
import { FactList, TooFew } from './facts';
import { estimateText, formatPercent, formatRate, middleText } from './estimates';

/** Where the first ad stands, and how far ads are from one another. */
export function PositionSection({ positions }: { positions: PositionReport }) {
  const basis = useBasis();
  const { isEnough, pages, sessions, median, steps, until } = positions;
  if (!isEnough)
    return (
      <Card id="first-ad" title={i18n.t('density.firstAd')} hint={i18n.t('density.firstAdHint')}>
        <TooFew what={i18n.t('density.listsIn', pages, [formatCount(pages), formatCount(sessions)])} />
      </Card>
    );
  const middle = median.state === 'known' ? median.value : null;
  const mark = middle === null ? undefined : { at: middle, text: i18n.t('density.medianAt', [formatCount(middle)]) };
  return (
    <>
      <Steps
        id="first-ad"
        title={i18n.t('density.firstAd')}
        hint={i18n.t('density.firstAdHint')}
        unit="%"
        n={pages}
        of={i18n.t('density.listsOf')}
        basis={basis}
        steps={[{ at: 0, share: 1, low: 1, high: 1 }, ...steps]} // before the first place no list has shown an ad
        until={until}
        mark={mark}
        table={{
          columns: [
            { name: i18n.t('density.columns.position') },
            { name: i18n.t('density.columns.without'), format: formatPercent },
            { name: i18n.t('density.columns.low'), format: formatPercent },
            { name: i18n.t('density.columns.high'), format: formatPercent },
          ],
          rows: steps.map(({ at, share, low, high }) => [at, share, low ?? undefined, high ?? undefined]),
        }}
      />
      <Gaps positions={positions} />
    </>
  );
}

function Gaps({ positions: { without, median, gaps, firsts } }: { positions: PositionReport }) {
  return (
    <Card id="gaps" title={i18n.t('density.gaps')} hint={i18n.t('density.gapsHint')}>
      <FactList
        facts={[
          [i18n.t('density.median'), middleText(median)],
          [i18n.t('density.withoutAd'), estimateText(without)],
          [i18n.t('density.gapMedian'), middleText(gaps.median)],
          [i18n.t('density.gapMean'), estimateText(gaps.mean, formatRate)],
          [i18n.t('density.adjacent'), estimateText(gaps.adjacent)],
          ...firsts.map(({ k, pages: long, share }): [string, string] => [
            i18n.t('density.firstK', [String(k)]),
            `${estimateText(share)} · ${i18n.t('density.lists', long, [formatCount(long)])}`,
          ]),
        ]}
      />
      <Basis of={i18n.t('density.listsOf')} />
    </Card>
  );
}

/** How much of a page is ads, beside a line that was drawn for articles. */
export function PageSection({ page, attention }: { page: PageReport; attention: AttentionReport }) {
  const { height, area, line, above, pages } = page;
  return (
    <Card id="page-density" title={i18n.t('density.page')} hint={i18n.t('density.pageHint')}>
      <FactList
        facts={[
          [i18n.t('density.height'), middleText(height, formatPercent)],
          [i18n.t('density.area'), middleText(area, formatPercent)],
          [i18n.t('density.aboveLine', [formatPercent(line)]), estimateText(above)],
          [i18n.t('density.measured'), i18n.t('density.lists', pages, [formatCount(pages)])],
        ]}
      />
      <h3 class="card__part">{i18n.t('density.attention')}</h3>
      <FactList
        facts={[
          [i18n.t('density.time'), estimateText(attention.time)],
          [i18n.t('density.pixels'), estimateText(attention.pixels)],
          [i18n.t('density.perHour'), estimateText(attention.perHour, formatRate)],
        ]}
      />
      <Basis of={i18n.t('density.pagesOf')} />
    </Card>
  );
}
