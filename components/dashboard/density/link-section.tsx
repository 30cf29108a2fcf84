import { i18n } from '@/utils/i18n';
import type { LinkReport } from '@/utils/core/density-report';
import { Card } from '../../parts/card';
import { useTools } from '../../tools';
import { Basis } from './basis';
import { estimateText, formatRate, middleText } from './estimates';
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
        n={links.anyLink.units}
        of={i18n.t('density.notesOf')}
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
        <Basis of={i18n.t('density.commentsOf')} />
      </Card>
      <Shares
        id="posters"
        title={i18n.t('density.posters')}
        hint={i18n.t('density.postersHint')}
        head={i18n.t('density.columns.role')}
        n={links.posters[0]?.share.units ?? 0}
        of={i18n.t('density.blueOf')}
        rows={links.posters.map((each) => [roleWord(each.name), each.share] as const)}
      />
      <Platforms links={links} />
    </>
  );
}

function Platforms({ links: { platforms, concentration } }: { links: LinkReport }) {
  const name = useTools().platformName;
  return (
    <Shares
      id="link-platforms"
      title={i18n.t('density.platforms')}
      hint={i18n.t('density.platformsHint', [middleText(concentration, (hhi) => hhi.toFixed(2))])}
      head={i18n.t('density.columns.platform')}
      n={concentration.units}
      of={i18n.t('density.linksOf')}
      rows={platforms.map((each) => [name(ownIds[each.name] ?? each.name), each.share] as const)}
    />
  );
}
