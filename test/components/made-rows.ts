import type { ItemRow, JourneyStep, OrderView, PageView, StepName, Summary } from '@/utils/core/rows';
import type { Evidence, LinkReading, PageReading } from '@/utils/core/types';

/** Made-up rows in the real forms; the day is fixed so that the words for days are too. */
export const now = new Date(2026, 2, 12, 20).getTime();
const DAY_MS = 86_400_000;

export function daysAgo(days: number): number {
  return now - days * DAY_MS;
}

function step(name: StepName, days: number, evidence: Evidence = 'observed'): JourneyStep {
  return { step: name, at: daysAgo(days), evidence };
}

export const chair: ItemRow = {
  key: 'jd:100',
  platform: 'jd',
  kind: 'item',
  url: 'https://item.jd.com/100.html',
  title: 'Folding chair',
  priceFen: 16_900,
  note: { site: 'xiaohongshu', id: 'n1', title: 'Camping list', at: daysAgo(3) },
  surfaces: ['ad-link'],
  journey: [step('seen', 3), step('clicked', 3), step('saved', 2, 'user')],
  savedBy: ['item'],
  state: 'saved',
  savedAt: daysAgo(2),
};

export const kettle: ItemRow = {
  ...chair,
  key: 'jd:200',
  url: 'https://item.jd.com/200.html',
  title: 'Kettle',
  priceFen: 12_950,
  journey: [...chair.journey, step('bought', 1, 'imported')],
  state: 'bought',
  purchasedAt: daysAgo(1),
};

export const dress: ItemRow = {
  ...chair,
  key: 'ali:300',
  platform: 'tmall',
  url: 'https://detail.tmall.com/item.htm?id=300',
  title: 'Dress',
};

export const opaque: ItemRow = {
  key: 'u.jd.com/AbC',
  platform: 'jd',
  kind: 'short',
  url: 'https://u.jd.com/AbC',
  surfaces: ['ad-link'],
  journey: [step('seen', 0)],
  savedBy: [],
  state: 'seen',
};

export const order: OrderView = {
  key: 'o1',
  platform: 'taobao',
  title: 'Cat litter',
  shop: 'Happy Cat',
  orderPaidFen: 8990,
  orderedAt: daysAgo(5),
  status: 'completed',
};

export const summary: Summary = {
  platforms: [
    { platform: 'jd', saved: 2, purchased: 1 },
    { platform: 'tmall', saved: 1, purchased: 0 },
  ],
  unmatchedPurchases: 1,
  unread: 2,
};

export const nothing: Summary = { platforms: [], unmatchedPurchases: 0, unread: 0 };

export function linkTo(item: ItemRow, more: Partial<LinkReading> = {}): LinkReading {
  const { platform, kind, key, url } = item;
  const link = { platform, kind, key, attribution: {}, via: [], ...(url && { canonical: url }) };
  return { surface: 'ad-link', link, layer: 'L1', rule: 'made', verified: true, ...more };
}

export const note: PageReading = {
  kind: 'note',
  note: { id: 'n1', title: 'Camping list', label: { text: '赞助', kind: 'equivalent' }, commentsDeclared: 96 },
  cards: [],
  comments: [{ id: 'c1', authorRole: 'author', pinned: true, reply: false, text: 'made', asksForLink: false }],
  links: [],
  unread: [],
};

export function read(page: Partial<PageReading> = {}, items: ItemRow[] = []): PageView {
  const keepable = (page.links ?? []).map(({ link }) => link.key);
  const known = Object.fromEntries(items.map((row) => [row.key, row]));
  return { state: 'read', page: { ...note, ...page }, items: known, keepable };
}
