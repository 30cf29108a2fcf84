import { i18n } from '@/utils/i18n';
import type { CategoryReport, LocalReport } from '@/utils/core/density-report';
import { Card } from '../../parts/card';
import { Table } from '../../parts/table';
import { formatDate } from '../../text/measures';
import { Basis } from './basis';
import { estimateText, formatRate, middleText } from './estimates';
import { FactList } from './facts';
import { categoryWord } from './words';

const hourMs = 3_600_000;

/** What was seen beside what was said to be open: sources disagree, and each keeps its list. */
export function PolicySection({ local: { categories, health, shops, delay } }: { local: LocalReport }) {
  const words = health.words.join(i18n.t('research.comma'));
  return (
    <>
      <Card id="categories" title={i18n.t('density.watch')} hint={i18n.t('density.watchHint')}>
        {categories.length === 0 ? (
          <p class="card__text">{i18n.t('density.noCategories')}</p>
        ) : (
          <Categories categories={categories} />
        )}
        <Basis of={i18n.t('density.adLinksOf')} />
      </Card>
      <Card id="health-knowledge" title={i18n.t('density.health')} hint={i18n.t('density.healthHint')}>
        <FactList
          facts={[
            [i18n.t('density.healthLinks'), estimateText(health.links)],
            [i18n.t('density.onKnowledge'), estimateText(health.onKnowledge)],
            [i18n.t('density.words'), words === '' ? i18n.t('density.noValue') : words],
          ]}
        />
        <Basis of={i18n.t('density.noteLinksOf')} />
      </Card>
      <Card id="shop-rules" title={i18n.t('density.shops')} hint={i18n.t('density.shopsHint')}>
        <FactList
          facts={[
            [i18n.t('density.outside'), estimateText(shops.outside)],
            [i18n.t('density.unlabelled'), estimateText(shops.unlabelled)],
            [i18n.t('density.taobao'), estimateText(shops.taobao)],
          ]}
        />
        <Basis of={i18n.t('density.adLinksOf')} />
      </Card>
      <Card id="ask-delay" title={i18n.t('density.delay')} hint={i18n.t('density.delayHint')}>
        <FactList
          facts={[
            [i18n.t('density.delayLeast'), middleText(delay.least, formatHours)],
            [i18n.t('density.delayMost'), middleText(delay.most, formatHours)],
          ]}
        />
        <Basis of={i18n.t('density.answersOf')} />
      </Card>
    </>
  );
}

function formatHours(ms: number): string {
  return i18n.t('density.hours', [formatRate(ms / hourMs)]);
}

function Categories({ categories }: { categories: readonly CategoryReport[] }) {
  return (
    <Table
      label={i18n.t('density.watch')}
      columns={[
        { name: i18n.t('density.columns.category') },
        { name: i18n.t('density.columns.share'), isNumber: true },
        { name: i18n.t('density.columns.said') },
      ]}
    >
      {categories.map((each) => (
        <tr key={each.name}>
          <th scope="row">{categoryWord(each.name)}</th>
          <td class="number">{estimateText(each.share)}</td>
          <td>
            {saidText(each)}
            <br />
            <span class="soft">{i18n.t('density.firstSeen', [formatDate(each.firstAt)])}</span>
          </td>
        </tr>
      ))}
    </Table>
  );
}

function saidText({ name, allowedBy, keptIn }: CategoryReport): string {
  if (name === 'unknown') return i18n.t('density.saidUnknown');
  const said = [
    allowedBy.length > 0 && i18n.t('density.saidOpen', [allowedBy.join(' ')]),
    keptIn.length > 0 && i18n.t('density.saidKept', [keptIn.join(' ')]),
  ].filter(Boolean);
  return said.join(i18n.t('density.semicolon'));
}
