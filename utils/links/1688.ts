import type { LinkRules } from './engine/types';
import { nameShop } from './identity';
import { RESERVED } from './spaces/ali';
import type { EvidenceWords } from './words/types';

const shop = {
  id: '1688',
  hosts: ['1688.com'],
  space: '1688',
};

export const identity = /* @__PURE__ */ nameShop(shop, { 'zh-CN': '1688', 'zh-TW': '1688', en: '1688' });

export const rules: LinkRules = {
  ...shop,
  keep: 'tracelog',
  item: 'detail.1688.com/offer/#.html',
  shop: '#.1688.com/',
  reserved: RESERVED,
  web: [
    // detail.1688.com/offer/558138661205.html?tracelog=p4p
    ['item', '(detail|m).!/offer/#.html'],
    [
      'shop',
      // yinuoweierfushi.1688.com/page/index.html?spm=foo
      '~.!/(page/index.html?)?',
      // winport.m.1688.com/page/index.html?memberId=b2b-…: named by its owner, not by a host
      'winport.m.!/page/index.html ?memberId* =winport.m.1688.com/page/index.html?memberId=#',
    ],
    // qr.1688.com/s/WAjAzvzc
    ['short', 'qr.!/s/*'],
  ],
};

export const words: EvidenceWords = {
  tracelog: ['ad', '来路；p4p 是付费广告', '來路；p4p 是付費廣告', 'Origin; p4p is a paid ad'],
};
