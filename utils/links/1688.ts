import type { LinkRules } from './engine/types';
import type { PlatformIdentity } from './identity';
import { RESERVED } from './spaces/ali';

export const identity: PlatformIdentity = {
  id: '1688',
  names: { 'zh-CN': '1688', 'zh-TW': '1688', en: '1688' },
  hosts: ['1688.com'],
  space: '1688',
};

export const rules: LinkRules = {
  keep: 'tracelog',
  item: (id) => `https://detail.1688.com/offer/${id}.html`,
  shop: (name) => `https://${name}.1688.com/`,
  reserved: RESERVED,
  web: [
    // detail.1688.com/offer/558138661205.html?tracelog=p4p
    ['item', '(detail|m).1688.com/offer/#.html'],
    [
      'shop',
      // yinuoweierfushi.1688.com/page/index.html?spm=foo
      '~.1688.com/(page/index.html?)?',
      // winport.m.1688.com/page/index.html?memberId=b2b-…: named by its owner, not by a host
      {
        at: 'winport.m.1688.com/page/index.html ?memberId',
        ids: /^[\w-]{3,40}$/,
        to: (id) => `https://winport.m.1688.com/page/index.html?memberId=${id}`,
      },
    ],
    // qr.1688.com/s/WAjAzvzc
    ['short', 'qr.1688.com/s/*'],
  ],
};
