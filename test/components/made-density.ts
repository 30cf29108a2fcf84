import type { DensityProps } from '@/components/dashboard/density/props';
import type { DensityReport, Estimate, LocalReport, Middle } from '@/utils/core/density-report';
import type { CorrectedReport } from '@/utils/core/spot-checks';
import { daysAgo } from './made-rows';

const nothing = () => undefined;

const known = (value: number, units = 400, clusters = 24): Estimate => ({
  ...{ state: 'known', value, low: Math.max(0, value - 0.05), high: Math.min(1, value + 0.06) },
  ...{ part: Math.round(value * units), units, clusters },
});
const rate = (value: number, units: number): Estimate => ({
  ...{
    state: 'known',
    value,
    low: value * 0.8,
    high: value * 1.3,
    part: Math.round(value * units),
    units,
    clusters: 24,
  },
});
const middle = (value: number, units: number): Middle => ({
  ...{ state: 'known', value, low: value * 0.75, high: value * 1.25, units, clusters: 24 },
});
const few: Estimate & Middle = { state: 'few', units: 7, clusters: 2 };
const day = (ago: number) => new Date(daysAgo(ago)).toISOString().slice(0, 10);

export const report: DensityReport = {
  ...{
    from: daysAgo(89),
    to: daysAgo(1),
    sessions: 24,
    units: 812,
    known: 760,
    unread: 9,
    blocked: { days: 2, of: 41 },
    rules: ['2025-12-10'],
  },
  load: {
    loaded: known(0.18, 640),
    viewable: known(0.212),
    byPage: [
      { name: 'explore_feed', loaded: known(0.2), viewable: known(0.22, 300) },
      { name: 'search_results', loaded: known(0.15), viewable: known(0.18, 93) },
      { name: 'profile', loaded: few, viewable: few },
    ],
    byRole: [
      { name: 'creator', loaded: known(0.1), viewable: known(0.12, 260) },
      { name: 'merchant', loaded: known(0.6), viewable: known(0.64, 60) },
      { name: 'unknown', loaded: few, viewable: few },
    ],
    byDay: [5, 4, 3, 2].map((ago) => ({
      name: day(ago),
      loaded: known(0.2),
      viewable: ago === 4 ? few : known(0.15 + ago / 50, 60, 6),
    })),
    byPlace: [
      { name: 'ad_link', loaded: known(0.11, 90), viewable: known(0.12, 80) },
      { name: 'product_card', loaded: known(0.08, 90), viewable: known(0.09, 80) },
      { name: 'other', loaded: few, viewable: few },
      { name: 'blue_link', loaded: known(0.04, 700), viewable: known(0.05, 520) },
      { name: 'comment_other', loaded: known(0.01, 700), viewable: known(0.01, 520) },
    ],
    byClass: [
      { name: 'platform_ad', share: known(0.13) },
      { name: 'disclosed', share: known(0.03) },
      { name: 'commercial_link', share: known(0.052) },
      { name: 'none', share: known(0.788) },
    ],
  },
  positions: {
    ...{ pages: 31, sessions: 24, isEnough: true, without: known(0.129, 31), median: middle(5, 31), until: 22 },
    steps: [
      { at: 2, share: 0.9, low: 0.74, high: 0.97 },
      { at: 4, share: 0.61, low: 0.42, high: 0.76 },
      { at: 5, share: 0.44, low: 0.26, high: 0.61 },
      { at: 12, share: 0, low: null, high: null },
    ],
    gaps: { mean: rate(4.2, 58), median: middle(4, 58), adjacent: known(0.05, 58) },
    firsts: [
      { k: 5, pages: 31, share: known(0.2, 155) },
      { k: 10, pages: 28, share: known(0.21, 280) },
      { k: 20, pages: 3, share: few },
    ],
  },
  page: { pages: 31, height: middle(0.24, 31), area: middle(0.19, 31), line: 0.5, above: known(0.03, 31) },
  attention: { time: known(0.17), pixels: known(0.19), perHour: rate(41.5, 760), activeMs: 7_200_000 },
  links: {
    notes: [
      { name: 'ad_link', share: known(0.11, 90) },
      { name: 'product_card', share: known(0.08, 90) },
      { name: 'blue_link', share: known(0.2, 90) },
      { name: 'other', share: few },
    ],
    anyLink: known(0.3, 90),
    comments: known(0.04, 700),
    per100: rate(4.4, 700),
    platforms: [
      { name: 'tmall', share: known(0.65, 34) },
      { name: 'jd', share: known(0.26, 34) },
      { name: 'pdd', share: known(0.09, 34) },
    ],
    concentration: middle(0.49, 34),
    posters: [
      { name: 'author', share: known(0.3, 31, 9) },
      { name: 'merchant', share: known(0.2, 31, 9) },
      { name: 'other_user', share: known(0.5, 31, 9) },
    ],
  },
  labels: {
    ...{ any: known(0.7, 90), statutory: known(0.2, 90), none: known(0.3, 90), visible: known(0.5, 90) },
    ...{ scoped: known(0.18, 70), scopedNone: known(0.36, 70), feed: known(0.22, 60) },
    kinds: [
      { name: 'equivalent', share: known(0.44, 90) },
      { name: 'none', share: known(0.3, 90) },
      { name: 'statutory', share: known(0.2, 90) },
      { name: 'declared', share: known(0.06, 90) },
    ],
    texts: [
      { text: '赞助', share: known(0.44, 90) },
      { text: '广告', share: known(0.2, 90) },
    ],
  },
};

export const local: LocalReport = {
  byCategory: [
    { name: 'sports', loaded: known(0.06, 90), viewable: known(0.07, 80) },
    { name: 'unknown', loaded: few, viewable: few },
  ],
  distance: middle(212, 18),
  delay: { least: middle(3_600_000, 6), most: middle(9 * 3_600_000, 6) },
  categories: [
    { name: 'sports', share: known(0.53, 30), firstAt: daysAgo(20), allowedBy: ['S0', 'S1', 'S2'], keptIn: [] },
    { name: 'baby', share: known(0.13, 30), firstAt: daysAgo(9), allowedBy: ['S3', 'S4'], keptIn: ['S2'] },
    { name: 'clothes', share: few, firstAt: daysAgo(3), allowedBy: [], keptIn: ['S1', 'S2'] },
    { name: 'unknown', share: known(0.27, 30), firstAt: daysAgo(3), allowedBy: [], keptIn: [] },
  ],
  health: { links: known(0.1, 60), onKnowledge: few, words: ['科普', '营养师'] },
  shops: { outside: known(0.8, 30), unlabelled: known(0.08, 24), taobao: few },
};

const around = (value: number) => ({ value, low: value - 0.05, high: Math.min(1, value + 0.07) });

const corrected: CorrectedReport = {
  ...{ checked: { ads: 14, others: 22, unsure: 3 }, isEnough: true, precision: around(0.93), recall: around(0.71) },
  ...{ kappa: around(0.74), observed: known(0.21, 900), corrected: around(0.27), of: { cards: 900, undecided: 100 } },
  ...{ coders: { n: 20, kappa: around(0.8) }, rules: ['2025-12-10'] },
  told: { notAds: 2, missed: 1 },
};

export const fewChecks: CorrectedReport = {
  ...{ checked: { ads: 3, others: 12, unsure: 0 }, isEnough: false, precision: null, recall: null, kappa: null },
  ...{ observed: known(0.21, 900), corrected: null, of: { cards: 900, undecided: 0 }, rules: ['2025-12-10'] },
  coders: { n: 0, kappa: null },
  told: { notAds: 0, missed: 0 },
};

/** Enough looks, at the cards of one evening, by one coder and hardly by the other. */
export const eveningChecks: CorrectedReport = {
  ...corrected,
  ...{ observed: few, corrected: null, coders: { n: 9, kappa: null } },
};

const candidate = { key: 'v|card:1', noteId: '65f0', isAd: true, rules: '2025-12-10', at: daysAgo(1), position: 4 };

export const density: DensityProps = {
  span: '90',
  job: { state: 'done', result: { report, local, span: '90' } },
  checks: {
    coder: 1,
    queue: [
      { ...candidate, title: '秋天的第一件毛衣，软糯显白不扎人', url: 'https://www.xiaohongshu.com/explore/65f0' },
      { ...candidate, key: 'v|card:2', url: 'https://www.xiaohongshu.com/explore/65f1' },
    ],
    last: [
      {
        ...candidate,
        key: 'v|card:8',
        title: '夏日穿搭分享',
        url: 'https://www.xiaohongshu.com/explore/65f8',
        says: 'not-ad',
      },
      { ...candidate, key: 'v|card:9', isAd: false, url: 'https://www.xiaohongshu.com/explore/65f9', says: undefined },
    ],
    corrected,
  },
  ...{ onSpan: nothing, onStop: nothing, onCoder: nothing, onVerdict: nothing, onTell: nothing },
};

/** An evening: enough for no figure. */
export const evening: DensityReport = {
  ...report,
  ...{ sessions: 1, units: 30, known: 28, unread: 0, blocked: { days: 0, of: 1 } },
  load: { loaded: few, viewable: few, byPage: [], byRole: [], byDay: [], byPlace: [], byClass: [] },
  positions: { ...report.positions, pages: 2, sessions: 1, isEnough: false, median: few },
  page: { ...report.page, pages: 2, height: few, area: few, above: few },
  attention: { time: few, pixels: few, perHour: few, activeMs: 60_000 },
  links: {
    ...{ notes: [], anyLink: few, comments: few, per100: few, platforms: [], concentration: few, posters: [] },
  },
  labels: {
    any: few,
    statutory: few,
    none: few,
    visible: few,
    scoped: few,
    scopedNone: few,
    feed: few,
    kinds: [],
    texts: [],
  },
};
