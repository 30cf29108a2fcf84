import type { SightingEvent } from '@/utils/core/events';
import type { UnitLink } from '@/utils/core/units';
import * as made from './made-rows';
import { jdLink } from './simulate';

/** A short link of the note site, which leads to notes as often as to goods, and what a person does with it. */

const { itemKey: _key, itemId: _id, ...rest } = jdLink(made.item);
export const bare = rest;
export const short = {
  ...rest,
  kind: 'short',
  platform: 'xiaohongshu',
  key: 'https://xhslink.com/a/AbCdEf12345',
} as const;

/** A unit with these links in its text. */
export const carried = (...links: UnitLink['link'][]) => ({
  surfaces: ['text-link' as const],
  links: links.map((link) => ({ surface: 'text-link' as const, link, layer: 'L2', rule: 'words', verified: false })),
});

const goodsKey = 'xhs:65f0aaaa0000000012345678';

export const follow = (at: number, change: object = {}) => ({
  ...made.click(at, 'v1', short),
  ...{ surface: 'text-link' as const, space: 'xhs', ...change },
});

export const reached = (at: number) => made.landing(at, { platform: 'xiaohongshu', itemKey: goodsKey });

export const seen = (change: Partial<SightingEvent> = {}) =>
  made.sighting(500, 'v1', { link: short, surface: 'text-link', ...change });
