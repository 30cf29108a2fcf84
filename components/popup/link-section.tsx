import { i18n } from '@/utils/i18n';
import type { Surface } from '@/utils/core/types';
import { byPlatform } from '../items/by-platform';
import { ItemRow } from '../items/item-row';
import { PlatformGroup } from '../items/platform-group';
import { leadsOn } from '../text/host';
import { roleWord, surfaceWord } from '../text/words';
import { useTools } from '../tools';
import { LinkTells } from './link-tells';
import type { PageLink } from './page-links';

/** The links of one surface; inside it the platforms are groups without a heading, since they are few. */
export function LinkSection({ surface, links }: { surface: Surface; links: PageLink[] }) {
  return (
    <section class="surface">
      <h2 class="group__head">
        <span>{surfaceWord[surface]()}</span>
        <span class="group__count">{links.length}</span>
      </h2>
      {byPlatform(links, ({ item }) => item.platform).map(([platform, group]) => (
        <PlatformGroup key={platform} platform={platform} count={group.length} heading="hidden">
          {group.map((link) => (
            <LinkRow key={link.item.key} link={link} />
          ))}
        </PlatformGroup>
      ))}
    </section>
  );
}

function LinkRow({ link: { item, link, times, role, keepable } }: { link: PageLink }) {
  const name = useTools().platformName(item.platform);
  const facts = [name, role && roleWord[role](), times > 1 && i18n.t('page.times', times)];
  return (
    <ItemRow item={item} aside={facts.filter(Boolean).join(' · ')} keepable={keepable}>
      <LinkTells link={link} leadsOn={leadsOn(item)} />
    </ItemRow>
  );
}
