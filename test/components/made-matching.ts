import type { Review } from '@/components/dashboard/matching/match-props';
import { now } from './made-rows';

const day = 86_400_000;

export const review: Review = {
  supposed: [
    {
      line: {
        key: 'ali:0f::2026秋冬羊毛衫女宽松',
        platform: 'taobao',
        title: '2026秋冬羊毛衫女宽松显瘦圆领套头打底衫',
        shop: '示例**店',
        paidFen: 3990,
        at: now - 3 * day,
        sources: ['bill'],
      },
      choices: [
        {
          item: 'ali:1059057030771',
          title: '羊毛衫女宽松',
          shop: '示例旗舰店',
          priceFen: 4290,
          note: '秋天的第一件毛衣',
          at: now - 9 * day,
          method: 'shop-title',
          score: 0.87,
        },
        { item: 'ali:2', title: '羊毛衫男圆领', at: now - 20 * day, method: 'title', score: 0.41 },
      ],
    },
    {
      line: { key: 'pdd:a::', platform: 'pinduoduo', title: '', paidFen: 1090, at: now - day, sources: ['bill'] },
      choices: [
        {
          other: 'pdd:b:7:',
          title: '抽纸 24 包整箱',
          shop: '示例家居',
          priceFen: 1090,
          at: now - day,
          method: 'amount-time',
          score: 0.8,
        },
      ],
    },
    {
      line: { key: 'pdd:d::', platform: 'pinduoduo', title: '', paidFen: 2990, at: now - 2 * day, sources: ['bill'] },
      choices: [
        {
          other: 'pdd:e:7:',
          title: '洗衣液 2 瓶',
          priceFen: 2990,
          at: now - 2 * day,
          method: 'amount-time',
          score: 0.4,
          among: 2,
        },
      ],
    },
  ],
  more: 12,
  loose: 3,
  decided: [
    {
      line: {
        key: 'jd:c::',
        platform: 'jd',
        title: '示例牌保温杯 大容量',
        paidFen: 8900,
        at: now - 30 * day,
        sources: ['bill', 'page'],
      },
      choice: { item: 'jd:1', title: '保温杯 500ml', note: '办公室好物', method: 'user', at: now - 40 * day },
      word: 'different',
      saidAt: now - 2 * day,
    },
  ],
};
