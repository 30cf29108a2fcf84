import { creditWindows, type CreditReport } from '@/utils/core/credits';

export const credits: CreditReport = {
  purchases: 12,
  unpriced: 2,
  windows: creditWindows.map((days) => ({
    days,
    byClick: Math.min(7, Math.ceil(days / 2)),
    byView: 2,
    unattributed: 10 - Math.min(7, Math.ceil(days / 2)),
    money: {
      byClick: 12_900 * Math.min(7, Math.ceil(days / 2)),
      byView: 4_650,
      unattributed: 99_900,
      undivided: 15_970,
    },
    notes:
      days < 7
        ? []
        : [
            {
              note: 'xiaohongshu:1',
              title: '秋天的第一件毛衣',
              last: 3,
              first: 2,
              linear: 2 + 1 / 3,
              position: 2.4,
              assisted: 1,
              fen: { last: 38_700, first: 25_800, linear: 30_100, position: 30_960 },
            },
            {
              note: 'xiaohongshu:2',
              last: 1,
              first: 2,
              linear: 1 + 2 / 3,
              position: 1.6,
              assisted: 2,
              fen: { last: 12_900, first: 25_800, linear: 21_500, position: 20_640 },
            },
          ],
  })),
};
