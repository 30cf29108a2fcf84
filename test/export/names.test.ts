import { describe, expect, test } from 'vitest';
import { tables } from '@/utils/export/tables';
import * as names from '@/utils/export/names';
import { pageKinds, purchaseStatuses, surfaces, type Label } from '@/utils/core/types';
import { unitKinds } from '@/utils/core/units';
import { platformIdentities } from '@/utils/links/list';

const valuesOf = (table: keyof typeof tables, column: string): readonly string[] =>
  (tables[table].columns as readonly { name: string; values?: readonly string[] }[]).find(({ name }) => name === column)
    ?.values ?? [];

describe('every word of ours has one of the export’s', () => {
  test.each(platformIdentities.map(({ id }) => id))('platform %s', (id) =>
    expect(valuesOf('links', 'platform')).toContain(names.platformName(id)),
  );
  test.each(pageKinds)('page %s', (kind) =>
    expect(valuesOf('page_views', 'surface')).toContain(names.surfaceNames[kind]),
  );
  test.each(surfaces)('place %s', (place) =>
    expect(valuesOf('links', 'link_kind')).toContain(names.linkKindNames[place]),
  );
  test.each(unitKinds)('unit %s', (kind) => {
    expect(valuesOf('exposures', 'unit_kind')).toContain(names.unitKindName(kind));
    expect(valuesOf('exposures', 'media')).toContain(names.mediaName(kind, undefined));
  });
  test.each(purchaseStatuses.filter((status) => status !== 'unpaid'))('status %s', (status) =>
    expect(valuesOf('orders', 'status')).toContain(names.statusName(status)),
  );
  test.each(['observed', 'imported', 'user', 'inferred'] as const)('evidence %s', (evidence) =>
    expect(valuesOf('actions', 'source')).toContain(names.sourceName(evidence)),
  );
});

test.each([
  ['pinduoduo', 'pdd'],
  ['vipshop', 'vip'],
  ['xiaohongshu', 'xhs'],
  ['kaola', 'other'],
  ['toString', 'other'],
  [undefined, 'unknown'],
])('%s is %s', (id, name) => expect(names.platformName(id)).toBe(name));

test.each([
  ['https://item.jd.com/1.html?a=b', 'jd.com'],
  ['https://my-name.tmall.com/', 'tmall.com'],
  ['https://shop.example.com.cn/x', 'example.com.cn'],
  ['no address', null],
  [undefined, null],
])('%s leads to %s', (url, domain) => expect(names.registrableDomain(url)).toBe(domain));

test.each([
  ['广告', '广告'],
  ['内容含广告', '广告'],
  ['赞助 by 王小明', '赞助'],
  ['王小明', null],
])('of the label %s the vocabulary %s leaves', (text, word) =>
  expect(names.labelVocabulary({ text, kind: 'other' } satisfies Label)).toBe(word),
);
