import { i18n } from '@/utils/i18n';
import type { AttentionReport, PageReport, PositionReport } from '@/utils/core/density-report';
import { Steps } from '../../charts/steps';
import { Card } from '../../parts/card';
import { formatCount } from '../../text/format';
import { FactList, TooFew } from './facts';
import { estimateText, formatPercent } from './estimates';

const oneDigit = (value: number) => new Intl.NumberFormat(i18n.t('lang'), { maximumFractionDigits: 1 }).format(value);
const orNone = (value: number | null, format: (value: number) => string) =>
  value === null ? i18n.t('density.noValue') : format(value);

/** Where the first ad stands, and how far ads are from one another. */
export function PositionSection({ positions }: { positions: PositionReport }) {
  const { isEnough, pages, without, median, steps, until, gaps, firsts } = positions;
  if (!isEnough)
    return (
      <Card id="first-ad" title={i18n.t('density.firstAd')} hint={i18n.t('density.firstAdHint')}>
        <TooFew what={i18n.t('density.lists', pages, [formatCount(pages)])} />
      </Card>
    );
  const mark = median === null ? undefined : { at: median, text: i18n.t('density.medianAt', [formatCount(median)]) };
  return (
    <>
      <Steps
        id="first-ad"
        title={i18n.t('density.firstAd')}
        hint={i18n.t('density.firstAdHint')}
        unit="%"
        n={pages}
        of={i18n.t('density.listsOf')}
        steps={steps}
        until={until}
        mark={mark}
        table={{
          columns: [
            { name: i18n.t('density.columns.position') },
            { name: i18n.t('density.columns.without'), format: formatPercent },
          ],
          rows: steps.map(({ at, share }) => [at, share]),
        }}
      />
      <Card id="gaps" title={i18n.t('density.gaps')} hint={i18n.t('density.gapsHint')}>
        <FactList
          facts={[
            [i18n.t('density.median'), orNone(median, formatCount)],
            [i18n.t('density.withoutAd'), i18n.t('density.ofLists', [formatCount(without), formatCount(pages)])],
            [i18n.t('density.gapMedian'), orNone(gaps.median, oneDigit)],
            [i18n.t('density.gapMean'), orNone(gaps.mean, oneDigit)],
            [i18n.t('density.adjacent'), orNone(gaps.adjacent, formatPercent)],
            [i18n.t('density.gapCount'), formatCount(gaps.n)],
            ...firsts.map(({ k, pages: long, share }): [string, string] => [
              i18n.t('density.firstK', [String(k)]),
              `${orNone(share, formatPercent)} (${i18n.t('density.lists', long, [formatCount(long)])})`,
            ]),
          ]}
        />
      </Card>
    </>
  );
}

/** How much of a page is ads, beside a line that was drawn for articles. */
export function PageSection({ page, attention }: { page: PageReport; attention: AttentionReport }) {
  const { height, area, line, above, pages, isEnough } = page;
  return (
    <Card id="page-density" title={i18n.t('density.page')} hint={i18n.t('density.pageHint')}>
      {isEnough ? (
        <FactList
          facts={[
            [i18n.t('density.height'), orNone(height, formatPercent)],
            [i18n.t('density.area'), orNone(area, formatPercent)],
            [i18n.t('density.aboveLine', [formatPercent(line)]), estimateText(above)],
            [i18n.t('density.measured'), i18n.t('density.lists', pages, [formatCount(pages)])],
          ]}
        />
      ) : (
        <TooFew what={i18n.t('density.lists', pages, [formatCount(pages)])} />
      )}
      <h3 class="card__part">{i18n.t('density.attention')}</h3>
      <FactList
        facts={[
          [i18n.t('density.time'), estimateText(attention.time)],
          [i18n.t('density.pixels'), estimateText(attention.pixels)],
          [i18n.t('density.perHour'), orNone(attention.perHour, oneDigit)],
        ]}
      />
    </Card>
  );
}
