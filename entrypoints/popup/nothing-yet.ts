import { i18n } from '@/utils/i18n';
import type { ListView, PopupProps } from '@/components/popup/props';
import { everything } from '@/utils/core/search';
import { platformName } from '@/utils/links/list';

const language = i18n.t('lang');
const loading: ListView = { state: 'loading', items: [], more: false };

/** The screen before anything is read. */
export const nothingYet: Omit<PopupProps, 'tab' | 'onTab' | 'now' | 'actions'> = {
  page: { state: 'loading' },
  saved: loading,
  purchased: loading,
  orders: { state: 'loading', orders: [], more: false },
  recording: undefined,
  connections: [],
  query: everything,
  platformName: (id) => platformName(id, language),
};
