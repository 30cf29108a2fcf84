import type { SurveyView } from '@/components/dashboard/survey-bar';
import { hoursOfWeek } from '@/utils/core/overview';
import { startOfWeek } from '@/utils/core/weeks';
import type { PostersReport } from '@/utils/core/posters';
import type { Summary } from '@/utils/core/rows';
import { daysAgo, now } from './made-rows';

/** Most of it in the evening, and more of it when the week ends. */
function madeWeek(most: number): number[] {
  return Array.from({ length: hoursOfWeek }, (_hour, at) => {
    const [day, hour] = [Math.floor(at / 24), at % 24];
    const evening = Math.max(0, 1 - Math.abs(hour - 21) / 5) + 0.5 * Math.max(0, 1 - Math.abs(hour - 12) / 2);
    return Math.round(most * evening * (0.5 + day / 12));
  });
}

function only(hour: number, count: number): number[] {
  return Array.from({ length: hoursOfWeek }, (_hour, at) => (at === hour ? count : 0));
}

/** What a pass over a ledger of some months found. */
export const latest: NonNullable<SurveyView['latest']> = {
  at: now,
  totals: {
    exposures: 48_213,
    read: 1_204,
    seen: 812,
    clicked: 143,
    visits: 201,
    done: { favourited: 9, followed: 2, 'cart-added': 21 },
  },
  overview: {
    items: 640,
    orders: 88,
    stages: {
      seen: { observed: 640 },
      landed: { observed: 118 },
      kept: { observed: 61, user: 34, inferred: 4 },
      carted: { observed: 12, inferred: 9 },
      ordered: { observed: 22, imported: 14, user: 3 },
      paid: { observed: 20, imported: 14, user: 3 },
      refunded: { observed: 3, imported: 1 },
    },
    cells: [
      { from: 'ad-link', to: 'tmall', count: 12 },
      { from: 'ad-link', to: 'jd', count: 4 },
      { from: 'ad-link', to: 'waiting', count: 40 },
      { from: 'blue-link', to: 'xiaohongshu', count: 7 },
      { from: 'blue-link', to: 'pinduoduo', count: 2 },
      { from: 'goods-card', to: 'xiaohongshu', count: 5 },
      { from: 'goods-card', to: 'waiting', count: 19 },
      { from: 'none', to: 'tmall', count: 31 },
      { from: 'none', to: 'jd', count: 11 },
    ],
    spending: {
      months: [
        { month: '2025-03', orders: 6, paidFen: 68_400, seededFen: 12_900, refundedFen: 0 },
        { month: '2025-04', orders: 9, paidFen: 121_250, seededFen: 48_000, refundedFen: 9_900 },
        { month: '2025-05', orders: 14, paidFen: 203_780, seededFen: 132_500, refundedFen: 31_800 },
        { month: '2025-06', orders: 21, paidFen: 388_090, seededFen: 201_370, refundedFen: 46_000 },
        { month: '2025-08', orders: 4, paidFen: 31_600, seededFen: 0, refundedFen: 0 },
      ],
      categories: [
        { name: 'beauty', orders: 18, paidFen: 412_300, refundedFen: 25_900 },
        { name: 'clothes', orders: 11, paidFen: 288_000, refundedFen: 71_200 },
        { name: 'several', orders: 4, paidFen: 96_400, refundedFen: 0 },
        { name: 'unknown', orders: 9, paidFen: 310_000, refundedFen: 0 },
      ],
      unpriced: 3,
      undated: 0,
      unknownRefunds: 1,
      unanswered: 2,
    },
    waiting: {
      saved: 95,
      bought: 37,
      median: 41,
      until: 120,
      steps: [
        { t: 0, at_risk: 95, events: 6, survival: 0.937, low: 0.86, high: 0.972 },
        { t: 2, at_risk: 84, events: 8, survival: 0.848, low: 0.75, high: 0.91 },
        { t: 7, at_risk: 70, events: 9, survival: 0.739, low: 0.62, high: 0.825 },
        { t: 21, at_risk: 51, events: 8, survival: 0.623, low: 0.49, high: 0.73 },
        { t: 41, at_risk: 28, events: 6, survival: 0.489, low: 0.34, high: 0.622 },
      ],
    },
    notBought: {
      dropped: [
        { reason: 'price', items: 9 },
        { reason: 'replaced', items: 4 },
        { reason: 'unsaid', items: 6 },
      ],
      waiting: { soldOut: 2, dearer: 5, cheaper: 7, asSeen: 31 },
    },
    hours: { seen: madeWeek(9), saved: madeWeek(4), bought: madeWeek(2) },
    weeks: [9, 8, 7, 6, 4, 3, 2, 1, 0].map((ago) => ({
      week: startOfWeek(daysAgo(7 * ago)),
      seen: 10 + ((ago * 7) % 23),
      saved: 3 + ((ago * 5) % 8),
      bought: (ago * 3) % 4,
    })),
  },
  notes: {
    notes: 310,
    collected: 41,
    authors: 122,
    topNotes: [
      ...[
        {
          key: 'xiaohongshu:n1',
          title: '租房改造｜十件提升幸福感的小东西',
          authorId: '5f1a',
          label: 'statutory' as const,
        },
        { key: 'xiaohongshu:n2', title: 'Camping list for rainy weekends', authorId: '5f1a', label: 'none' as const },
        { key: 'xiaohongshu:n3', title: 'قائمة التخييم', authorId: '77b0', label: 'unknown' as const },
        { key: 'xiaohongshu:n4', label: 'absent' as const },
      ].map((note, place) => ({
        site: 'xiaohongshu',
        links: 9 - 2 * place,
        clicked: 4 - place,
        saved: 3 - Math.min(3, place),
        bought: place === 0 ? 2 : 0,
        at: daysAgo(3 + place),
        ...note,
      })),
    ],
    topAuthors: [
      { authorId: '5f1a', notes: 14, labelled: 5, links: 32, clicked: 12, saved: 8, bought: 3 },
      { authorId: '77b0', notes: 2, labelled: 0, links: 5, clicked: 1, saved: 0, bought: 0 },
    ],
    months: [
      { month: '2025-03', labelled: 8, unlabelled: 22, unknown: 4 },
      { month: '2025-04', labelled: 14, unlabelled: 31, unknown: 3 },
      { month: '2025-05', labelled: 41, unlabelled: 60, unknown: 9 },
      { month: '2025-06', labelled: 52, unlabelled: 55, unknown: 11 },
    ],
  },
};

/** What the popup counts in the same ledger. */
export const wholeSummary: Summary = {
  platforms: [
    { platform: 'tmall', saved: 38, purchased: 12 },
    { platform: 'xiaohongshu', saved: 29, purchased: 12 },
    { platform: 'jd', saved: 17, purchased: 4 },
    { platform: 'pinduoduo', saved: 15, purchased: 2 },
  ],
  unmatchedPurchases: 42,
  unread: 2,
};

/** Of a ledger that holds little: nothing was bought yet. */
export const few: NonNullable<SurveyView['latest']> = {
  ...latest,
  totals: { exposures: 0, read: 1, seen: 1, clicked: 0, visits: 0, done: {} },
  overview: {
    items: 1,
    orders: 0,
    stages: { seen: { observed: 1 }, landed: {}, kept: { user: 1 }, carted: {}, ordered: {}, paid: {}, refunded: {} },
    cells: [{ from: 'ad-link', to: 'waiting', count: 1 }],
    spending: { months: [], categories: [], unpriced: 0, undated: 0, unknownRefunds: 0, unanswered: 0 },
    waiting: { saved: 1, bought: 0, steps: [], median: null, until: 2 },
    notBought: { dropped: [], waiting: { soldOut: 0, dearer: 0, cheaper: 0, asSeen: 1 } },
    hours: { seen: only(20, 1), saved: only(20, 1), bought: only(20, 0) },
    weeks: [{ week: startOfWeek(daysAgo(2)), seen: 1, saved: 1, bought: 0 }],
  },
  notes: { notes: 1, collected: 0, topNotes: [], topAuthors: [], authors: 0, months: [] },
};

export const posters: PostersReport = {
  links: 212,
  roles: { author: 31, merchant: 88, buyer: 12, other_user: 67, unknown: 14 },
  asked: { thread: 61, note: 40, nobody: 111 },
  delay: { n: 52, medianMs: 5_400_000 },
  repeated: 9,
};
