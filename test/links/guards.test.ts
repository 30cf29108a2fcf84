import { expect, test } from 'vitest';
import { platformIdentities, identityOf } from '../../utils/links/list';
import { findFaults } from './guards';
import { platformFiles, type PlatformFile } from './platform-files';
import { linkRows, type LinkRow } from './tables';

const shop = { id: 'example', hosts: ['shop.example'], space: 'ex' };
const example: PlatformFile = {
  identity: { ...shop, names: { 'zh-CN': '例店', 'zh-TW': '例店', en: 'Example' } },
  rules: { ...shop, keep: 'ref', item: 'shop.example/#', web: [['item', 'shop.example/#']] },
  words: { ref: ['affiliate', '推广者', '推廣者', 'Affiliate'] },
};
const row: LinkRow = {
  url: 'https://shop.example/7?ref=1',
  platform: 'example',
  kind: 'item',
  id: '7',
  canonical: 'https://shop.example/7',
};
const withExample = (file: PlatformFile, rows = [...linkRows, row], name = 'example') =>
  findFaults({ ...platformFiles, [name]: file }, rows);

test('every platform file is in order', () => {
  expect(Object.keys(platformFiles).length).toBeGreaterThanOrEqual(16);
  expect(findFaults(platformFiles, linkRows)).toEqual([]);
});

test('one file and one row make a platform', () => {
  expect(withExample(example)).toEqual([]);
});

test('a missing row is named', () => {
  expect(withExample(example, linkRows)).toEqual(['example has no row with an id in test/fixtures/links/links.tsv']);
});

test('an id unlike the file name is named', () => {
  const rows = [...linkRows, row, { ...row, platform: 'other' }];
  expect(withExample(example, rows, 'other')).toEqual(['other.ts says that its id is example']);
});

test('a host or a scheme claimed twice is named', () => {
  const hosts = ['shop.example', 'jd.com'];
  const greedy = { ...example, identity: { ...example.identity, hosts } };
  expect(withExample(greedy)).toEqual(['jd.com is claimed by jd and example']);
  const rules = { ...example.rules, schemes: ['taobao'] };
  expect(withExample({ ...example, rules })).toEqual(['taobao: is claimed by taobao and example']);
});

test('a look-alike that gets through is named', () => {
  // claims the whole ending instead of its own host, with a form that takes any host
  const rules = { ...example.rules, hosts: ['example'], web: [['item', '…/#']] as const };
  expect(withExample({ ...example, rules })).toContain('example accepts https://fake-shop.example/7?ref=1');
});

test('a kept parameter without words is named', () => {
  const words = { ref: ['affiliate', '推广者', '', 'Affiliate'] } as const;
  expect(withExample({ ...example, words })).toEqual(['example keeps ref and has no words for it']);
});

test('names are known for every platform', () => {
  expect(platformIdentities.map(({ id }) => id).sort()).toEqual(Object.keys(platformFiles).sort());
  for (const { names } of platformIdentities) expect(Object.values(names).every(Boolean)).toBe(true);
  expect(identityOf('jd')?.names.en).toBe('JD.com');
  expect(identityOf('nobody')).toBeUndefined();
});
