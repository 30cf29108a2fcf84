import type { ItemLine } from '@/utils/core/item-lines';

const platforms = ['taobao', 'tmall', 'jd', 'pinduoduo', 'vipshop', 'xiaohongshu'];
const states = ['seen', 'clicked', 'saved', 'bought', 'dropped'] as const;
const start = Date.UTC(2026, 0, 1);

/** Made-up lines, the same in every run. */
export function makeLines(count: number): ItemLine[] {
  return Array.from({ length: count }, (_line, at) => ({
    key: `jd:${String(at)}`,
    platform: platforms[at % platforms.length] ?? '',
    kind: 'item',
    url: `https://item.jd.com/${String(at)}.html`,
    title: `北欧风落地灯 客厅卧室暖光阅读灯 第${String(at)}款`,
    shop: '一盏灯家居旗舰店',
    note: `第${String(at % 1_000)}篇：租房改造好物分享`,
    priceFen: 10_000 + at,
    state: states[at % states.length] ?? 'seen',
    firstAt: start + at * 60_000,
    lastAt: start + at * 60_000,
    isSaved: at % 3 === 0,
    isBought: at % 4 === 3,
    isMarked: false,
    text: `北欧风落地灯 客厅卧室暖光阅读灯 第${String(at)}款\n一盏灯家居旗舰店\njd:${String(at)}`,
  }));
}
