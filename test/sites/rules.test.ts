import { describe, expect, test, vi } from 'vitest';
import * as rules from '../../utils/sites/xiaohongshu/rules';
import { origins, sources } from '../../utils/sites/xiaohongshu/rules.origin';
import { changesBetween } from '../tools/rules/changes';
import { loadReadPage } from '../tools/rules/readers';
import { replay } from '../tools/rules/replay';
import { listVersions, readRuleSet, readStored, storeRules, toModule } from '../tools/rules/rule-set';
import { cardMarkup, commentMarkup, feed, ids, jdUrl, noteMarkup, noteUrl, parse } from './pages';
import { listPages } from './stored-pages';

// Vite starts for each set of rules.
vi.setConfig({ testTimeout: 60_000 });

const feedUrl = 'https://www.xiaohongshu.com/explore';
const values = new Map<string, unknown>(Object.entries(rules));

describe('every rule says what it rests on', () => {
  test('and no other does', () => {
    const named = [...values.keys()].filter((name) => name !== 'ruleVersion' && name !== 'verifiedRules');
    expect(Object.keys(origins).sort()).toEqual(named.sort());
  });

  test.each(Object.entries(origins))('%s', (name, { since, seen, example }) => {
    expect(since).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])$/);
    expect(sources).toContain(seen);
    const rule = values.get(name);
    if (example === undefined) return;
    if (rule instanceof RegExp) expect(new RegExp(rule).test(example)).toBe(true);
    else expect(parse(example).querySelectorAll(String(rule)).length).toBeGreaterThan(0);
  });

  test('those that stand in records are as verified there as here', () => {
    const stamped = Object.entries(origins).filter(([name]) => /^by[A-Z]/.test(name));
    const verified = stamped.filter(([, origin]) => origin.verified).map(([name]) => values.get(name));
    expect(verified).toEqual(rules.verifiedRules);
    expect(new Set(stamped.map(([name]) => values.get(name))).size).toBe(stamped.length);
  });

  test('a guess is never verified', () =>
    expect(Object.values(origins).filter(({ seen, verified }) => seen === 'guess' && verified)).toEqual([]));
});

describe('sets of rules are kept', () => {
  test('today’s is stored as it is: another rule is another version (npm run rules:keep)', () =>
    expect(readStored(rules.ruleVersion)).toBe(storeRules(rules)));

  test('each under its own version', () =>
    expect(listVersions().map((version) => readRuleSet(version)['ruleVersion'])).toEqual(listVersions()));

  test('and come back as they were', () =>
    expect(toModule({ a: 'x"', b: ['y'], c: { regexp: '\\d/[/]', flags: 'gi' } })).toBe(
      'export const a = "x\\"";\nexport const b = ["y"];\nexport const c = new RegExp("\\\\d/[/]", "gi");',
    ));
});

describe('an old set on stored pages', () => {
  const pages = [
    { name: 'feed', url: feedUrl, html: feed(cardMarkup(ids.other, 0, '<b>广告</b>'), cardMarkup(ids.note, 1)) },
    {
      name: 'note',
      url: noteUrl,
      html: noteMarkup({ comments: commentMarkup('链接呢', `<a href="${jdUrl}">去</a>`), total: '共 1 条评论' }),
    },
  ];

  test('the same set changes nothing', async () => {
    const changes = await replay(readRuleSet(rules.ruleVersion), [...pages, ...listPages()]);
    expect([...changes.values()].flat()).toEqual([]);
  });

  test('another card selector, another label, another comment: each is shown', async () => {
    const changes = await replay(
      {
        ruleVersion: 'old',
        card: '.old-card',
        labelForm: { regexp: '^商业$', flags: '' },
        comment: '.old-comment',
      },
      pages,
    );
    expect(changes.get('feed')).toEqual(
      expect.arrayContaining([
        '+ card 0 label text "广告"',
        '+ card 0 label kind "statutory"',
        `+ signal L3 label card ${ids.other} true`,
        '- unread cards "unknown-form"',
      ]),
    );
    expect(changes.get('note')).toEqual(
      expect.arrayContaining([
        `+ comment ${ids.comment} text "链接呢"`,
        `+ comment ${ids.comment} asksForLink true`,
        '~ note commentsLoaded 0 → 1',
        '~ note commentsComplete false → true',
        '- link blue-link jd:100012043978 rule "comment-shape"',
        `+ link blue-link jd:100012043978 ${ids.comment} rule "comment-item"`,
        '- unread comments "no-data"',
      ]),
    );
  });

  test('a stored one runs as it was', async () => {
    const old = await loadReadPage(readRuleSet('2026-11-22'));
    const page = old(noteUrl, parse(String(pages[1]?.html)));
    expect(page.comments[0]?.text).toBe('链接呢去');
  });

  test('what both say otherwise is one line', () =>
    expect(
      changesBetween(
        { kind: 'feed', cards: [], comments: [], links: [], unread: [] },
        { kind: 'search', cards: [], comments: [], links: [], unread: [{ where: 'cards', reason: 'no-data' }] },
      ),
    ).toEqual(['~ page kind "feed" → "search"', '+ unread cards "no-data"']));
});
