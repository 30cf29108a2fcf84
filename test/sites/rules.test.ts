import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import * as rules from '../../utils/sites/xiaohongshu/rules';
import { origins, sources, stateOrigins } from '../../utils/sites/xiaohongshu/rules.origin';
import { exposure, plainFile } from '../backup/support';
import * as made from '../ledger/made-events';
import { changesBetween } from '../tools/rules/changes';
import { loadReadPage } from '../tools/rules/readers';
import { readEvidence } from '../tools/rules/evidence';
import { replay, replayRows } from '../tools/rules/replay';
import {
  keepRules,
  listVersions,
  readRuleSet,
  readStored,
  storeRules,
  toModule,
  withStateRules,
  type RuleSet,
} from '../tools/rules/rule-set';
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

  test.each(rules.stateRules.map(([id, form]) => [id, form] as const))('on the state: %s', (id, form) => {
    const { since, seen, verified, example = '' } = stateOrigins[id];
    expect([since, seen, verified]).toEqual([expect.stringMatching(/^20\d\d-\d\d$/), expect.any(String), false]);
    const key = example.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    expect(rules.stateRules.filter(([, each]) => each.test(key)).map(([each]) => each)).toEqual([id]);
    expect(form.test(`${key}_x`)).toBe(false);
  });

  test('a guess is never verified', () =>
    expect(
      [...Object.values(origins), ...Object.values(stateOrigins)].filter(
        ({ seen, verified }) => seen === 'guess' && verified,
      ),
    ).toEqual([]));
});

describe('sets of rules are kept', () => {
  test('today’s is stored as it is: another rule is another version (npm run rules:keep)', () =>
    expect(readStored(rules.ruleVersion)).toBe(storeRules(rules)));

  test('none is written over by another one', () => {
    const into = mkdtempSync(join(tmpdir(), 'bacao-rules-'));
    keepRules('1', 'a', into);
    keepRules('1', 'a', into);
    expect(() => keepRules('1', 'b', into)).toThrow('raise ruleVersion');
    expect(readFileSync(join(into, '1.json'), 'utf8')).toBe('a');
    rmSync(into, { recursive: true });
  });

  test('each under its own version', () =>
    expect(listVersions().map((version) => readRuleSet(version)['ruleVersion'])).toEqual(listVersions()));

  test('those with one form for all keys of a state say the same as ever', () => {
    const { stateRules } = withStateRules(readRuleSet('2026-11-29.4'));
    expect(stateRules).toMatchObject([
      ['model_type', {}, 'ads'],
      ['note_attributes', {}, 'goods'],
      ['other', {}],
    ]);
    expect(withStateRules(readRuleSet('2026-11-22'))).not.toHaveProperty('stateRules');
  });

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

describe('an old set on the rows of a ledger', () => {
  const seen = { layer: 'L1', surface: 'blue-link', rule: rules.byComment, ruleVersion: '2026-11-28' } as const;
  const label = { text: '推广', kind: 'equivalent' } as const;
  const rows = [
    made.sighting(1, made.jdItem, { ...seen, title: '羊毛衫' }),
    made.sighting(2, made.taobaoItem, { ...seen, rule: rules.byLive, surface: 'live-goods', ruleVersion: 'other' }),
    { ...made.note(3), note: { id: ids.note, label } },
  ];
  const unit = { key: ids.note, kind: 'note', label, signals: ['L2 goods_info', 'L3 label'] } as const;
  const backup = () =>
    plainFile(
      {
        format: 'bacao-backup',
        version: 1,
        schema: 1,
        app: '0.1.0',
        createdAt: 1,
        ledger: 'made',
        counts: { events: 3, exposures: 1 },
      },
      ...rows.map((event, index) => ({ event: { ...event, seq: index + 1 } })),
      { exposure: { ...exposure(4), unit: { ...unit, signals: [...unit.signals] } } },
      { event: { type: 'broken' } },
    );
  const lines = async (set: RuleSet) => Object.fromEntries((await replayRows(set, backup())).changes);
  const today = () => JSON.parse(storeRules(rules)) as RuleSet;

  test('the same set changes nothing, and each version’s rows are counted', async () => {
    const found = await replayRows(today(), backup());
    expect([found.rows, Object.fromEntries(found.versions), found.changes.size]).toEqual([
      4,
      { '2026-11-28': 1, other: 1, made: 1 },
      0,
    ]);
  });

  test('labels by their words, keys by their names, links by the rule that placed them', async () => {
    const changes = await lines({
      ...today(),
      labelForm: { regexp: '^广告$', flags: '' },
      stateRules: [['ads', { regexp: '^ads$', flags: '' }]],
      byLive: 'other-rule',
      verifiedRules: [rules.byText, rules.byComment],
      buttonWords: { regexp: '衫', flags: '' },
    });
    expect(changes).toEqual({
      '+ label "推广" equivalent on a note': 1,
      '+ label "推广" equivalent on note': 1,
      '+ signal L2 goods_info on note': 1,
      '+ link live-goods by live-card (L1) unverified': 1,
      '+ link blue-link by comment-item (L1) unverified': 1,
      '- link blue-link by comment-item (L1) verified': 1,
      '+ title at blue-link by comment-item (L1)': 1,
    });
  });

  test('one of the first, which knew no signals and had its labels by kind', async () => {
    expect(await lines(readRuleSet('2026-11-22'))).toEqual({
      '+ signal L2 goods_info on note': 1,
      '+ signal L3 label on note': 1,
    });
  });
});

describe('files that are replayed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  const put = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  test('a capture says itself where it was, another page is told, a backup needs no address', async () => {
    put('a.json', JSON.stringify({ url: noteUrl, shape: {} }));
    const [a, b, c] = [put('a.html', 'a'), put('b.html', 'b'), put('c.ndjson', 'c')];
    expect(await readEvidence([a, feedUrl, b, c])).toEqual([
      { name: a, url: noteUrl, html: 'a' },
      { name: b, url: feedUrl, html: 'b' },
      { name: c, backup: expect.any(Blob) as Blob },
    ]);
  });

  test('without an address nothing is guessed', async () =>
    expect(readEvidence([put('d.html', 'd')])).rejects.toThrow('Where was'));
});
