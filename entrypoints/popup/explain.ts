import { i18n } from '@/utils/i18n';
import type { ResolvedLink } from '@/utils/core/types';
import { explainLink } from '@/utils/links/explain';

const language = i18n.t('lang');

/** What a link tells its shop, each once, in the language of the catalogue. */
export function explain(link: ResolvedLink): string[] {
  const { ad, affiliate, share } = explainLink(link);
  const lines = [...affiliate, ...ad, ...share].map(
    ({ words }) => words[language === 'zh-CN' || language === 'zh-TW' ? language : 'en'],
  );
  return [...new Set(lines)];
}
