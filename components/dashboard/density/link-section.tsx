import { i18n } from '@/utils/i18n';
import type { LinkReport } from '@/utils/core/density-report';
import { Bars } from '../../charts/bars';
import { Card } from '../../parts/card';
import { formatCount } from '../../text/format';
import { useTools } from '../../tools';
import { estimateText, formatRate } from './estimates';
import { FactList } from './facts';
import { Shares } from './load-section';
import { linkWord, roleWord } from './words';

/** The export's names of platforms that are not ours. */
const ownIds: Readonly<Record<string, string>> = { pdd: 'pinduoduo', vip: 'vipshop', xhs: 'xiaohongshu' };

/** Links to shops: on the notes that were opened, and in the comments that were seen. */
export function LinkSection({ links }: { links: LinkReport }) {
  return (
    <>
      <Shares
        id="note-links"
        title={i18n.t('density.noteLinks')}
        hint={i18n.t('density.noteLinksHint')}
        head={i18n.t('density.columns.place')}
        rows={[
          [i18n.t('density.anyLink'), links.anyLink],
          ...links.notes.map((each) => [linkWord(each.name), each.share] as const),
        ]}
      />
      <Card id="comment-links" title={i18n.t('density.commentLinks')} hint={i18n.t('density.commentLinksHint')}>
        <FactList
          facts={[
            [i18n.t('density.withBlue'), estimateText(links.comments)],
            [i18n.t('density.per100'), estimateText(links.per100, formatRate)],
          ]}
        />
      </Card>
      <Shares
        id="posters"
        title={i18n.t('density.posters')}
        hint={i18n.t('density.postersHint')}
        head={i18n.t('density.columns.role')}
        rows={links.posters.map((each) => [roleWord(each.name), each.share] as const)}
      />
      <Platforms links={links} />
    </>
  );
}

function Platforms({ links }: { links: LinkReport }) {
  const name = useTools().platformName;
  const total = links.platforms.reduce((sum, each) => sum + each.links, 0);
  const titled = links.platforms.map((each) => ({ ...each, title: name(ownIds[each.name] ?? each.name) }));
  const hhi = links.concentration === null ? i18n.t('density.tooFew') : links.concentration.toFixed(2);
  return (
    <Bars
      id="link-platforms"
      title={i18n.t('density.platforms')}
      hint={i18n.t('density.platformsHint', [hhi])}
      unit={i18n.t('density.linkUnit')}
      n={total}
      of={i18n.t('density.linksOf')}
      rows={titled.map((each) => ({
        key: each.name,
        name: each.title,
        bars: [{ text: formatCount(each.links), value: each.links, tone: 'grass' as const }],
      }))}
      table={{
        columns: [{ name: i18n.t('density.columns.platform') }, { name: i18n.t('density.columns.links') }],
        rows: titled.map((each) => [each.title, each.links]),
      }}
    />
  );
}
