import { i18n } from '@/utils/i18n';

/** Sentences one after another: Chinese ones end in a mark that brings its own room. Empty ones are left out. */
export function sentences(parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(i18n.t('lang').startsWith('zh') ? '' : ' ');
}
