import { readFileSync } from 'node:fs';
import { parseMessagesText } from '@wxt-dev/i18n/build';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { type Locale, localeFile, locales } from './i18n-setup';

const sources = import.meta.glob<string>(['../../components/**/*.{ts,tsx}', '../../entrypoints/**/*.{ts,tsx}'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const components = Object.entries(sources).filter(([file]) => file.includes('/components/'));

// The manifest uses these two.
/** By the manifest alone. */
const usedElsewhere = ['name', 'description', 'commands.panel', 'commands.pause', 'commands.ledger'];

/** Every form of every message, by key. */
function catalogue(locale: Locale): Map<string, string[]> {
  const messages = parseMessagesText(readFileSync(localeFile(locale), 'utf8'), 'JSON5');
  const own = messages.filter(({ key }) => !key[0]?.startsWith('@@'));
  return new Map(own.map((message) => [message.key.join('.'), formsOf(message)]));
}

function formsOf(message: ReturnType<typeof parseMessagesText>[number]): string[] {
  return message.type === 'plural' ? Object.values(message.plurals) : [message.message ?? ''];
}

const catalogues = { zh_CN: catalogue('zh_CN'), zh_TW: catalogue('zh_TW'), en: catalogue('en') };
const texts = (locale: Locale) =>
  [...catalogues[locale]].flatMap(([key, forms]) => forms.map((text) => `${key}: ${text}`));

describe('the three languages', () => {
  test.each(locales)('%s has the keys of the others, in their order', (locale) => {
    expect([...catalogues[locale].keys()]).toEqual([...catalogues.zh_CN.keys()]);
  });

  test.each(locales)('%s fills in the same values', (locale) => {
    for (const [key, forms] of catalogues[locale]) {
      const values = (text = '') => [...new Set(text.match(/\$\d/gu))].sort();
      for (const form of forms) expect([key, values(form)]).toEqual([key, values(catalogues.zh_CN.get(key)?.[0])]);
    }
  });

  test('what is counted in English is counted in Chinese', () => {
    const counted = (locale: Locale) =>
      parseMessagesText(readFileSync(localeFile(locale), 'utf8'), 'JSON5').flatMap(({ type, key }) =>
        type === 'plural' ? key.join('.') : [],
      );
    expect(counted('zh_CN')).toEqual(counted('en'));
    expect(counted('zh_TW')).toEqual(counted('en'));
  });

  // Chromium takes `$1$` for a named placeholder and then refuses the whole extension; U+2060 stands between.
  test.each(['zh_CN', 'zh_TW', 'en'] as const)('%s can be loaded: no two parameters touch', (language) => {
    expect(texts(language).filter((text) => /\$\w+\$/u.test(text))).toEqual([]);
  });

  test('English has no Han characters', () => {
    expect(texts('en').filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });

  // Characters that only simplified writing has, of the words such a ledger is likely to need.
  const simplifiedOnly =
    /[账记录买卖价钱费订单页读写开关连断点击链进设备传输载过还评论标题签广数库览网问这个们时间东见说请选择应该处发现将换复删类样总计显种馆购车头条专辑转达权许无认为从与后会来对书让给讨资讯货经实号统结级约红纳线练组细终绍维综绿编缩]/u;

  test('Traditional Chinese has no simplified-only characters', () => {
    expect(texts('zh_TW').filter((text) => simplifiedOnly.test(text))).toEqual([]);
    expect(texts('zh_CN').filter((text) => simplifiedOnly.test(text)).length).toBeGreaterThan(80); // the list bites
  });

  test('tabs are called what the product says', () => {
    const tabs = (locale: Locale) =>
      ['page', 'saved', 'purchased'].flatMap((tab) => catalogues[locale].get(`tabs.${tab}`));
    expect(tabs('en')).toEqual(['This page', 'Saved', 'Purchased']);
    expect(tabs('zh_CN')).toEqual(['本页', '已种草', '已拔草']);
    expect(tabs('zh_TW')).toEqual(['本頁', '已種草', '已拔草']);
  });

  test.each(locales)('%s names itself within the bounds of the stores', (locale) => {
    expect(catalogues[locale].get('name')?.[0]?.length).toBeLessThanOrEqual(45);
    expect(catalogues[locale].get('description')?.[0]?.length).toBeLessThanOrEqual(132);
  });
});

describe('the code', () => {
  const used = Object.values(sources).flatMap((code) =>
    [...code.matchAll(/i18n\.t\(\s*'([^']+)'/gu)].map(([, key = '']) => key),
  );

  test('asks for no key that is missing', () => {
    expect(used.filter((key) => !catalogues.zh_CN.has(key))).toEqual([]);
    expect(used.length).toBeGreaterThan(50);
  });

  test('leaves no key unused', () => {
    const known = new Set([...used, ...usedElsewhere]);
    expect([...catalogues.zh_CN.keys()].filter((key) => !known.has(key))).toEqual([]);
  });

  test.each(components)('%s has no words of its own', (file, code) => {
    expect(wordsIn(file, code)).toEqual([]);
  });

  test('words in a component would be found', () => {
    const made = `const a = <p title="Hello" class="x" aria-label={'Two words'}>Save {'已种草'}</p>;`;
    expect(wordsIn('made.tsx', made)).toEqual(['Hello', 'Two words', 'Save', '已种草']);
  });
});

const spoken = new Set(['title', 'aria-label', 'alt', 'placeholder', 'label', 'body']);

/** Text between tags, text in attributes that are shown or read out, and anything in Han characters. */
function wordsIn(file: string, code: string): string[] {
  const words: string[] = [];
  const visit = (node: ts.Node, attribute?: string): void => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) words.push(node.text.trim());
    if (ts.isStringLiteralLike(node)) {
      const shown = attribute !== undefined && spoken.has(attribute) && /\p{L}/u.test(node.text);
      if (shown || /\p{Script=Han}/u.test(node.text)) words.push(node.text);
    }
    if (ts.isCallExpression(node)) return node.arguments.forEach((argument) => visit(argument)); // its strings are keys
    const within = ts.isJsxAttribute(node) ? node.name.getText() : attribute;
    ts.forEachChild(node, (child) => visit(child, within));
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return words;
}
