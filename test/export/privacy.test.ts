import { describe, expect, test } from 'vitest';
import type { ResolvedLink } from '@/utils/core/types';
import type { Happening } from '@/utils/export/terms';
import { bundleFormats } from '@/utils/export/write/table-set';
import { bundleFile } from './collect';
import { madeTerms } from './made-terms';
import * as made from './made-rows';
import { sourceOf } from './simulate';
import { textOf } from './text-of';

/** What must not leave: each is planted wherever a row has room for it. */
const secrets = {
  note: made.note,
  author: '5ff0e6410000000001008400',
  comment: '69d140b8000000000903521a',
  commenter: '小红薯_A1B2C3',
  item: made.item,
  shop: '1000003443',
  order: 'ab'.repeat(32),
  title: '秋天的第一件毛衣',
  shopName: '某某旗舰店',
  token: 'ABxsec_tokenQ9zZ',
  query: '减肥药 推荐',
  path: '/explore/',
  host: 'item.jd.com',
  visit: 'visit-7f3a',
  label: '赞助 by 王小明',
  version: 'ver-5f0e6c81b2d7',
  rule: 'a5f0e6c81b2d7e90',
};

const link: ResolvedLink = {
  ...{ platform: 'jd', kind: 'item', key: `jd:${secrets.item}`, itemId: secrets.item, itemKey: `jd:${secrets.item}` },
  ...{ shopId: secrets.shop, canonical: `https://${secrets.host}/${secrets.item}.html?xsec_token=${secrets.token}` },
  attribution: { utm: secrets.token },
  via: [secrets.host],
};
const shared = { link, title: secrets.title };
const url = `https://www.xiaohongshu.com/explore/${secrets.note}?xsec_token=${secrets.token}&keyword=${secrets.query}`;

const unit = {
  ...{ noteId: secrets.note, authorId: secrets.author, surfaces: ['ad-link' as const] },
  label: { text: secrets.label, kind: 'equivalent' as const },
  signals: ['L3 label', secrets.title, `L2 ${secrets.commenter}`, `L2 ${secrets.rule}`],
};

const { visit } = secrets;
const rows: Happening[] = [
  { ...made.card(0, visit, { unit }), url },
  { ...made.openNote(10, visit, { unit }), url },
  made.comment(20, visit, { ...unit, commentId: secrets.comment, surfaces: ['blue-link'] }),
  { ...made.sighting(30, visit, shared), url },
  { ...made.sighting(30, visit, { ...shared, surface: 'blue-link', commentId: secrets.comment }), url },
  { ...made.click(40, visit, shared.link), url },
  { ...made.landing(50, { title: secrets.title, shop: secrets.shopName, itemUrl: `https://${secrets.host}/1` }), url },
  made.collect(60, visit, true),
  made.want(70, true),
  made.left(80, visit, [{ where: secrets.commenter, reason: 'shape' }]),
].map((row) => ({ ...row, ruleVersion: secrets.version }));
const orders = [{ ...made.order(90), orderKey: `jd:${secrets.order}`, title: secrets.title, shop: secrets.shopName }];

const { device, ...agreed } = madeTerms();
const terms = { ...agreed, device: { ...device, detectorVersion: secrets.version } };

/** Our own words that stand in every bundle. */
const own = new Set([secrets.path]);

describe.each(bundleFormats)('at T1, as %s', async (format) => {
  const { file } = await bundleFile(sourceOf({ happenings: rows, orders }), terms, { format });
  const text = await textOf(file);

  test.each(Object.entries(secrets).filter(([, secret]) => !own.has(secret)))('no %s', (_what, secret) => {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(encodeURIComponent(secret));
  });

  test('no address but the profile’s and the site’s', () => {
    const addresses = text.match(/https?:\/\/[^\s"'\\)]+/g) ?? [];
    const known =
      /^https:\/\/(?:datapackage\.org\/profiles\/2\.0|json-schema\.org\/draft\/2020-12|www\.xiaohongshu\.com$)/;
    expect(addresses.filter((address) => !known.test(address))).toEqual([]);
  });

  test('no key', () => {
    const { study, device } = madeTerms();
    for (const key of [study.key, device.key]) {
      expect(text).not.toContain(Buffer.from(key).toString('hex'));
      expect(text).not.toContain(Buffer.from(key).toString('base64').slice(0, 40));
      expect(text).not.toContain(Buffer.from(key).toString('latin1'));
    }
  });
});

test('the scan finds what is there', async () => {
  const terms = madeTerms({ study: { tier: 'T2' } });
  const { file } = await bundleFile(sourceOf({ happenings: rows, orders }), terms, { format: 'parquet' });
  const text = await textOf(file);
  expect(text).toContain(secrets.note);
  expect(text).toContain(secrets.label);
  expect(text).not.toContain(secrets.author);
});
