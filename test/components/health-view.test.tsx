// @vitest-environment happy-dom
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { CoverageLine } from '@/components/dashboard/health/coverage-table';
import type { UnreadLine } from '@/components/dashboard/health/unread-card';
import { HealthView, type HealthProps } from '@/components/dashboard/health/health-view';
import type { HealthFacts } from '@/components/notices/facts';
import { listNotices } from '@/components/notices/notices';
import { ToolsProvider } from '@/components/tools';
import { noCounts } from '@/utils/core/health';
import { speak } from './i18n-setup';
import { backup, everything, fine, full, idleCheck, little, loss, lost, neverBackedUp } from './made-health';
import { daysAgo, now } from './made-rows';
import { all, draw, one, press } from './mount';

beforeAll(() => speak('en'));

const tools = { now, platformName: (id: string) => id, onDeed: () => undefined, onOpen: () => undefined };

async function show(
  facts: HealthFacts,
  coverage: CoverageLine[] | undefined = [],
  unread: UnreadLine[] | undefined = [],
) {
  const actions = { onGo: vi.fn<HealthProps['onGo']>(), onPutAway: vi.fn<() => void>(), onLater: vi.fn<() => void>() };
  const place = await draw(
    <ToolsProvider value={tools}>
      <HealthView facts={facts} coverage={coverage} unread={unread} checking={idleCheck} {...actions} />
    </ToolsProvider>,
  );
  return { ...actions, text: place.textContent };
}

describe('what there is to say, the most important first', () => {
  test.each<[string, HealthFacts, string[]]>([
    ['nothing is known yet', {}, []],
    ['all is well', fine, []],
    ['a loss', lost, ['loss']],
    ['a full disk', full, ['full']],
    ['little room', little, ['room']],
    ['a full disk, as the browser estimates it too', { ...little, health: full.health! }, ['full']],
    ['a list with a gap', { ...fine, gaps: true }, ['gaps']],
    ['a damaged file', { ...fine, gaps: true, spoilt: true }, ['spoilt', 'gaps']],
    ['a damaged file that does not open', { error: 'broken', spoilt: true }, ['broken']],
    ['no ledger', { error: 'newer' }, ['newer']],
    ['what is seen here counts before what was noted', { ...fine, error: 'blocked' }, ['blocked']],
    ['never backed up', neverBackedUp, ['backup']],
    ['nothing worth a backup yet', { ...neverBackedUp, counts: { ...noCounts, events: 199 } }, []],
    [
      'everything at once',
      everything,
      ['loss', 'full', 'gaps', 'backup', 'unlisted', 'quarantined', 'crashed', 'dropped'],
    ],
  ])('%s', (_name, facts, kinds) => {
    expect(listNotices(facts, now).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('a backup is due', () => {
  const rows = (added: number, daysOld: number) =>
    listNotices(
      { ...fine, health: { dropped: 0, backup: { ...backup, at: daysAgo(daysOld), rowsEver: 58_026 - added } } },
      now,
    );
  test.each([
    [0, 500, false], // old, and nothing was added
    [200, 29, false],
    [1, 30, true],
    [19_999, 1, false],
    [20_000, 1, true],
  ])('%i rows after %i days: %s', (added, days, due) => expect(rows(added, days).length > 0).toBe(due));
});

describe('health', () => {
  test('says when all is well', async () => {
    const { text } = await show(fine);
    expect(text).toContain('All is well');
    for (const part of ['1,234', '56,789', '3']) expect(text).toContain(part);
  });

  test('waits without a verdict', async () => {
    const { text } = await show({});
    expect(text).not.toContain('All is well');
    expect(all('status').map((status) => status.getAttribute('aria-label'))).toContain('Opening the ledger…');
  });

  test('tells a loss with its size, its times and the backup, and offers both ways', async () => {
    const { text, onGo, onPutAway } = await show(lost);
    for (const part of ['The browser wiped the ledger', '1,200 records and 1 exposure', 'Mar 11, 2026', 'Mar 8, 2026'])
      expect(text).toContain(part);
    expect(text).not.toContain('Mar 10, 2026'); // made since: what was lost is not in it
    await press(one('button', 'Restore a backup'));
    expect(onGo.mock.calls).toEqual([['restore']]);
    await press(one('button', 'Got it, put this away'));
    expect(onPutAway).toHaveBeenCalledTimes(1);
  });

  test('goes on telling a loss after a restore, with what has come since', async () => {
    const { text } = await show({
      ...fine,
      health: { dropped: 0, loss: { ...loss, restored: { events: 1_300, exposures: 0 } } },
    });
    for (const part of ['1,200 records and 1 exposure', 'A backup has added 1,300 records since'])
      expect(text).toContain(part);
  });

  test('lets a backup wait', async () => {
    const { onGo, onLater } = await show(neverBackedUp);
    await press(one('button', 'Remind me in a week'));
    expect([onGo.mock.calls.length, onLater.mock.calls.length]).toEqual([0, 1]);
    const put = { ...neverBackedUp, health: { dropped: 0, snoozedUntil: now + 1 } };
    expect(listNotices(put, now)).toEqual([]);
  });

  test('offers no backup that nobody knows of as the first way', async () => {
    const { backup: _none, ...bare } = loss;
    const { text } = await show({
      ...fine,
      health: { dropped: 0, backup, loss: { ...bare, kind: 'cut', exposures: 0 } },
    });
    expect(text).toContain('No backup is known');
    expect(text).toContain('Missing from the end: 1,200 records. ');
    expect(all('button')[0]!.textContent).toBe('Got it, put this away');
  });

  test('names no place for what is gone from among the rest', async () => {
    const { text } = await show({ ...fine, health: { dropped: 0, loss: { ...loss, kind: 'thinned' } } });
    for (const part of ['Entries are missing', 'no longer there: 1,200 records and 1 exposure', 'The last backup from'])
      expect(text).toContain(part);
    expect(text).not.toMatch(/end|wiped|newest/u);
  });

  test.each<[HealthFacts, string, [string, string] | []]>([
    [{ error: 'newer' }, 'Update Bacao', []],
    [{ error: 'blocked' }, 'Another Bacao page still holds it', []],
    [{ error: 'broken' }, 'Bacao has deleted nothing', ['Restore a backup', 'restore']],
    [full, 'nothing new', ['Make room', 'erase']],
    [{ ...fine, spoilt: true }, 'all that can still be read', ['Back up', 'backup']],
    [{ ...fine, gaps: true }, 'the list leaves it out', ['Check and repair', 'check']],
    [neverBackedUp, '58,023 entries', ['Back up', 'backup']],
    [{ ...fine, unlisted: 1 }, '1 record is stored', ['Check and repair', 'check']],
    [{ ...fine, quarantined: 2 }, '2 entries are damaged', ['Check and repair', 'check']],
    [{ ...fine, health: { backup, dropped: 7 } }, '7 messages came faster', []],
    [{ ...fine, health: { backup, dropped: 0, crashed: 1 } }, '1 page crashed while it was in front', []],
  ])('%o', async (facts, words, [way, place]) => {
    const { text, onGo } = await show(facts);
    expect(text).toContain(words);
    const others = facts.spoilt ? ['Restore a backup'] : facts === neverBackedUp ? ['Remind me in a week'] : [];
    const ways = all('button', undefined, document.querySelector('.alerts')!);
    expect(ways.map((button) => button.textContent)).toEqual(way === undefined ? [] : [way, ...others]);
    if (way === undefined) return;
    await press(one('button', way));
    expect(onGo.mock.calls).toEqual([[place]]);
  });

  test('says how little room is left while all is still stored, and what helps', async () => {
    const { text, onGo } = await show(little);
    expect(text).toContain('About 93 MB are left');
    await press(one('button', 'Set limits'));
    await press(one('button', 'Back up'));
    expect(onGo.mock.calls).toEqual([['retention'], ['backup']]);
  });

  test('words what pages could not give, without codes', async () => {
    const unread = [
      { where: 'note.title', reason: 'no-data', count: 2 },
      { where: 'card', reason: 'unknown-form', count: 1_000 },
      { where: 'cards', reason: 'unknown-form', count: 1 },
      { where: 'bought-list[3]', reason: 'bad-amount', count: 1 },
      { where: 'form', reason: 'new-reason', count: 1 },
    ];
    const { text } = await show(fine, [
      { where: 'xiaohongshu', kind: 'note', visits: 4_321, unread },
      { where: 'buyertrade.taobao.com', kind: 'orders', visits: 1, unread: [] },
      { where: 'xiaohongshu', kind: 'new-kind', visits: 1, unread: [] },
    ]);
    for (const part of [
      'xiaohongshu · Note4,321',
      'cards: a form not seen before, 1,001 times',
      'note title: not on the page, 2 times',
      'orders: amount not understood, 1 time',
      'part of the page: reason not known, 1 time',
      'buyertrade.taobao.com · Order page1everything was read',
      'xiaohongshu · Another page',
    ])
      expect(text).toContain(part);
  });

  test.each<[HealthFacts, CoverageLine[] | undefined, string]>([
    [fine, [], 'No page has been read in the last 30 days'],
    [{ error: 'broken' }, undefined, 'so this cannot be shown'],
  ])('coverage of %o, %o', async (facts, coverage, words) => {
    expect((await show(facts, coverage)).text).toContain(words);
  });
});

describe('what could not be read', () => {
  const orders: UnreadLine = {
    where: 'jd',
    kind: 'orders',
    count: 1,
    day: '2026-03-11',
    unread: [{ where: 'page[3]', reason: 'no-data', count: 4 }],
  };
  const note: UnreadLine = {
    where: 'xiaohongshu',
    kind: 'note',
    count: 2,
    day: '2026-03-10',
    unread: [
      { where: 'note.title', reason: 'no-data', count: 1 },
      { where: 'comments', reason: 'shape', count: 1 },
    ],
  };
  const card = () => document.getElementById('unread')!.textContent;

  test('says where it was, how much, what and why, when, and what can be done', async () => {
    await show(fine, [], [orders, note]);
    const rows = [...document.querySelectorAll('#unread tbody tr')].map(({ children }) =>
      [...children].map(({ textContent }) => textContent),
    );
    expect(rows).toEqual([
      ['jd · Order page', '1', 'orders: not on the page', 'Mar 11, 2026'],
      [
        'xiaohongshu · Note',
        '2',
        'note title: not on the pagecomments: looks different from what is known',
        'Mar 10, 2026',
      ],
    ]);
    for (const words of ['write an order down by hand', 'diagnostic capture']) expect(card()).toContain(words);
  });

  test('offers no capture for order pages, and no bill for notes', async () => {
    await show(fine, [], [orders]);
    expect(card()).not.toContain('capture');
    await show(fine, [], [note]);
    expect(card()).not.toContain('bill');
  });

  test('says that it is nothing, that it is not known any more, and that it is not known yet', async () => {
    await show(fine);
    expect(card()).toContain('read in full');
    await show(fine, [], [{ where: 'jd', kind: 'orders', count: 1, unread: [] }]);
    expect(card()).toContain('no longer on record');
    await show({ error: 'newer' }, [], undefined);
    expect(card()).toContain('does not open');
  });
});
