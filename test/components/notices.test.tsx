// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import type { HealthFacts } from '@/components/notices/facts';
import { noticeLine } from '@/components/notices/notice-line';
import { speak } from './i18n-setup';
import { backup, everything, fine, full, little, lost, neverBackedUp, thinned } from './made-health';
import { daysAgo, now, summary } from './made-rows';
import { all, mount, one, press } from './mount';

beforeAll(() => speak('en'));

const strips = () => [...document.querySelectorAll('.banner')].map(({ textContent }) => textContent);

describe('the popup says one thing at a time', () => {
  test.each<[string, HealthFacts | undefined, string[]]>([
    ['nothing is read yet', undefined, []],
    ['all is well', fine, []],
    ['a loss', lost, ['The browser wiped the ledger: 1,201 entries are gone.See']],
    ['a loss from among the rest', thinned, ['1,201 entries are missing from the ledger.See']],
    ['everything at once', everything, ['The newest 1,201 entries of the ledger are gone.See']],
    ['a full disk', full, ['No room left: nothing new is stored.See']],
    ['little room', little, ['Little room left: about 93 MB.See']],
    ['a damaged file', { ...fine, spoilt: true }, ['Part of the ledger cannot be read.See']],
    ['a list with a gap', { ...fine, gaps: true }, ['Some entries cannot be shown.See']],
    [
      'a closed ledger',
      { health: { dropped: 0, trouble: { kind: 'broken', since: 0 } } },
      ['The ledger does not open: nothing new is stored.See'],
    ],
    ['no backup', neverBackedUp, ['58,023 entries so far, and no backup yet.Back up']],
    [
      'an old backup',
      { ...fine, health: { dropped: 0, backup: { at: daysAgo(40), eventsEver: 1_000, rowsEver: 50_000 } } },
      ['Last backup: Jan 31. 8,026 entries since.Back up'],
    ],
    ['a folder that takes no backup', { ...fine, folder: 'gone' }, ['The automatic backup has stopped.See']],
    ['events in no list', { ...fine, unlisted: 1 }, ['1 record is in no list.See']],
    ['rows put aside', { ...fine, quarantined: 2 }, ['2 entries are unreadable.See']],
    [
      'a wish whose day has come',
      { ...fine, asks: [now - 1, now, now + 1] },
      ['2 things to decide on: do you still want them?See'],
    ],
    [
      'orders of another account',
      { ...fine, asks: [now], buyer: { mark: '', platform: 'taobao', orders: 12, at: now } },
      ['12 orders of another account are not counted yet. Are they yours?See'],
    ],
    ['a wish whose day is to come', { ...fine, asks: [now + 1] }, []],
    [
      'a crash',
      { ...fine, health: { dropped: 0, crashed: 2, backup } },
      ['2 pages crashed: what was on screen may not be recorded in full.See'],
    ],
    ['a flood', { ...fine, health: { dropped: 9, backup } }, ['9 messages came too fast to be recorded.See']],
  ])('%s', async (_name, facts, said) => {
    await mount({ notice: facts && noticeLine(facts, now) });
    expect(strips()).toEqual(said);
  });

  test('a loss comes before the pause, a reminder after it', async () => {
    await mount({ notice: noticeLine(lost, now), recording: false });
    expect(strips()).toEqual(['The browser wiped the ledger: 1,201 entries are gone.See']);
    await mount({ notice: noticeLine(neverBackedUp, now), recording: false });
    expect(strips()).toEqual([expect.stringContaining('Recording is paused')]);
  });

  test('what the panel says already is not said twice', async () => {
    const trouble = { kind: 'newer' as const, since: 0 };
    await mount({ notice: noticeLine({ health: { dropped: 0, trouble } }, now), error: { kind: 'newer' } });
    expect(strips()).toEqual([]);
    expect(all('alert')).toHaveLength(1);
  });

  test('and leads to where it is told at length', async () => {
    const loud = await mount({ notice: noticeLine(lost, now) });
    await press(one('button', 'See'));
    expect(loud.actions.openDashboard.mock.calls).toEqual([[{ view: 'health' }]]);
    const quiet = await mount({ notice: noticeLine(neverBackedUp, now) });
    await press(one('button', 'Back up'));
    expect(quiet.actions.openDashboard.mock.calls).toEqual([[{ view: 'data', section: 'backup' }]]);
    const narrow = await mount({ notice: noticeLine(little, now) });
    await press(one('button', 'See'));
    expect(narrow.actions.openDashboard.mock.calls).toEqual([[{ view: 'data', section: 'storage' }]]);
    const stopped = await mount({ notice: noticeLine({ ...fine, folder: 'permission' }, now) });
    await press(one('button', 'See'));
    expect(stopped.actions.openDashboard.mock.calls).toEqual([[{ view: 'data', section: 'folder' }]]);
  });
});

test.each([
  [0, { view: 'health' }],
  [2, { view: 'health', section: 'unread' }],
])(
  'the full page is one press away, and of %i things that could not be read the place that tells which',
  async (unread, place) => {
    const { actions } = await mount({ summary: { ...summary, unread } });
    await press(one('button', 'Open the full ledger'));
    expect(actions.openDashboard.mock.calls).toEqual([[]]);
    await press(one('button', 'Settings'));
    await press(one('button', 'See how the ledger fares'));
    expect(actions.openDashboard.mock.calls[1]).toEqual([place]);
  },
);
