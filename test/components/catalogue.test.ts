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
const screens = Object.entries(sources).filter(([file]) => file.includes('/components/') || file.endsWith('.tsx'));

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

/** What is commonly written in Taiwan: the first plane of Big5, which has no simplified form of its own. */
const ordinary = new Set(
  Array.from({ length: 0xc67f - 0xa440 }, (_sign, at) => 0xa440 + at)
    .map((code) => new TextDecoder('big5').decode(Uint8Array.of(code >> 8, code & 0xff)))
    .filter((sign) => [...sign].length === 1),
);

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

  test('Traditional Chinese has no simplified-only characters', () => {
    const strange = (text: string) => [...text].filter((sign) => /\p{Script=Han}/u.test(sign) && !ordinary.has(sign));
    expect(texts('zh_TW').filter((text) => strange(text).length > 0)).toEqual([]);
    // The measure bites.
    expect(texts('zh_CN').filter((text) => strange(text).length > 0).length).toBeGreaterThan(texts('zh_CN').length / 2);
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

  test.each(screens)('%s has no words of its own', (file, code) => {
    expect(wordsIn(file, code)).toEqual([]);
  });

  test('words in a component would be found', () => {
    const made = `const a = <p title="Hello" class="x" aria-label={'Two words'} hint={\`\${n} of them\`}>
      Save {'已种草'} {is ? 'Yes' : tone === 'calm' && 'No'} {\`\${n} items\`} <b class={is ? 'on' : 'off'} />
    </p>;`;
    const found = ['Hello', 'Two words', ' of them', 'Save', '已种草', 'Yes', 'No', ' items'];
    expect(wordsIn('made.tsx', made)).toEqual(found);
  });
});

/** Attributes and properties of components whose text is shown or read out. */
const spoken = new Set(
  'title aria-label aria-description alt placeholder label body hint lead text question yes no unit name first'.split(
    ' ',
  ),
);

type Where = 'spoken' | 'silent';

/** Of `a && b` the text may be shown; what is compared is no text. */
const joining = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.PlusToken,
]);

/** Text between tags, text in attributes that are shown or read out, and anything in Han characters. */
function wordsIn(file: string, code: string): string[] {
  const words: string[] = [];
  const visit = (node: ts.Node, where: Where): void => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) words.push(node.text.trim());
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      const isShown = where === 'spoken' && /\p{L}/u.test(node.text);
      if (isShown || /\p{Script=Han}/u.test(node.text)) words.push(node.text);
    }
    ts.forEachChild(node, (child) => visit(child, whereIs(child, where)));
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX), 'silent');
  return words;
}

/** Whether a text at this place of the tree would be on screen. */
function whereIs(node: ts.Node, above: Where): Where {
  const { parent } = node;
  if (ts.isJsxAttribute(node)) return spoken.has(node.name.getText()) && !isField(parent.parent) ? 'spoken' : 'silent';
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(parent)) return 'spoken';
  // What a call is given are keys.
  if (ts.isCallExpression(parent) || ts.isObjectLiteralExpression(parent)) return 'silent';
  if (ts.isElementAccessExpression(parent) || ts.isTypeNode(node)) return 'silent';
  if (ts.isBinaryExpression(parent) && !joining.has(parent.operatorToken.kind)) return 'silent';
  if (ts.isConditionalExpression(parent) && parent.condition === node) return 'silent';
  return above;
}

/** `name` of a field is for no eye. */
function isField(tag: ts.Node): boolean {
  return (
    (ts.isJsxOpeningElement(tag) || ts.isJsxSelfClosingElement(tag)) &&
    /^(?:input|select|Icon)$/u.test(tag.tagName.getText())
  );
}
