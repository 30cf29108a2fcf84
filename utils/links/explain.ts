import type { ResolvedLink } from '../core/types';
import type { EvidenceGroup, EvidenceWords } from './words/types';

export interface Explained {
  name: string;
  value: string;
  words: { 'zh-CN': string; 'zh-TW': string; en: string };
}

export type Explanation = Record<EvidenceGroup, Explained[]>;

const tables = import.meta.glob<EvidenceWords>(['./*.ts', '!./{index,list,identity,explain}.ts'], {
  eager: true,
  import: 'words',
});

/** What each kept parameter tells whom: who is paid, whose ad it was, who passed it on. For pages, not content scripts. */
export function explainLink(link: ResolvedLink): Explanation {
  const explanation: Explanation = { affiliate: [], ad: [], share: [] };
  for (const [name, value] of Object.entries(link.attribution)) {
    const found = findWords(link.platform, `${name}=${value.slice(0, 2)}`) ?? findWords(link.platform, name);
    if (!found) continue;
    const [group, zhCN, zhTW, en] = found;
    explanation[group].push({ name, value, words: { 'zh-CN': zhCN, 'zh-TW': zhTW, en } });
  }
  return explanation;
}

/** A wrapper of another shop adds its own names, so the others are asked where the link's platform knows nothing. */
function findWords(platform: string, name: string): EvidenceWords[string] | undefined {
  const own = tables[`./${platform}.ts`];
  return [own, ...Object.values(tables)].find((table) => table && name in table)?.[name];
}
