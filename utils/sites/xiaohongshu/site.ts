import type { Site } from '../list';

export const site: Site = {
  id: 'xiaohongshu',
  names: { 'zh-CN': '小红书', 'zh-TW': '小紅書', en: 'Xiaohongshu (RedNote)' },
  // No `*.`: mall., creator. and the like are not note pages, and each host more is a right more. The apex redirects
  // to www (2025-11, both hosts).
  hosts: ['https://www.xiaohongshu.com/*', 'https://www.rednote.com/*'],
  noteUrl: (id) => `https://www.xiaohongshu.com/explore/${encodeURIComponent(id)}`,
};
