import { describe, expect, test } from 'vitest';
import { pausedUntil } from '@/utils/core/pause';
import { isKindWanted } from '@/utils/core/record-kinds';
import { currentTerms } from '@/utils/core/terms';
import { decodeSettings, defaultSettings, isExcluded, isRecorded, type Settings } from '@/utils/core/switches';

const now = 1_000;

type Case = [change: Partial<Settings>, happening: { at: number; tab?: number }, expected: boolean];

function settings(change: Partial<Settings>): Settings {
  return { ...defaultSettings, ...change };
}

describe('whether something is recorded', () => {
  const off = { recording: false, copiesAnswers: true, recordingChangedAt: 500 };
  const pause = { pause: { from: 500, until: 800 } };
  const was = { offTimes: [{ from: 200, until: 400 }] };
  const wasPaused = { offTimes: [{ from: 200, until: 400, tab: 3 }] };
  const tabs = { pausedTabs: [{ tab: 3, from: 500 }] };
  test.each<[string, ...Case]>([
    ['as a rule', {}, { at: 900 }, true],
    ['while recording is off', off, { at: 500 }, false],
    ['before it was turned off', off, { at: 499 }, true],
    ['while the switch seems to be turned later', { ...off, recordingChangedAt: 2_000 }, { at: 1_000 }, false],
    ['then, and a moment ago', { ...off, recordingChangedAt: 2_000 }, { at: 995 }, false],
    ['before everything was erased', { erasedAt: 500 }, { at: 499 }, false],
    ['after', { erasedAt: 500 }, { at: 500 }, true],
    ['before a pause', pause, { at: 499 }, true],
    ['in a pause', pause, { at: 500 }, false],
    ['to its last moment', pause, { at: 799 }, false],
    ['after a pause', pause, { at: 800 }, true],
    ['in a pause that seems to begin later', { pause: { from: 2_000, until: 3_000 } }, { at: 1_000 }, false],
    ['then, and a moment ago', { pause: { from: 2_000, until: 3_000 } }, { at: 995 }, false],
    ['in a tab that seems to be paused later', { pausedTabs: [{ tab: 3, from: 2_000 }] }, { at: 995, tab: 3 }, false],
    ['in a paused tab', tabs, { at: 500, tab: 3 }, false],
    ['there, before it was paused', tabs, { at: 499, tab: 3 }, true],
    ['in another tab', tabs, { at: 500, tab: 4 }, true],
    ['in a tab that nobody knows, while one is paused', tabs, { at: 500 }, false],
    ['without any consent', { consent: { terms: 0, at: 0 } }, { at: 900 }, false],
    ['under terms that have changed since', { consent: { terms: currentTerms - 1, at: 100 } }, { at: 900 }, false],
    ['before the consent', { consent: { terms: currentTerms, at: 500 } }, { at: 499 }, false],
    ['from the consent on', { consent: { terms: currentTerms, at: 500 } }, { at: 500 }, true],
    [
      'after a consent that seems to be given later, since the clock was put back',
      { consent: { terms: currentTerms, at: 2_000 } },
      { at: 999 },
      true,
    ],
    ['while it was off, told when it is on again', was, { at: 200 }, false],
    ['before it was off', was, { at: 199 }, true],
    ['after it was off', was, { at: 400 }, true],
    ['while it seems to have been off until later', { offTimes: [{ from: 200, until: 2_000 }] }, { at: 300 }, true],
    ['in a tab that was paused', wasPaused, { at: 200, tab: 3 }, false],
    ['in another tab meanwhile', wasPaused, { at: 200, tab: 4 }, true],
    ['in a tab that nobody knows, while one was paused', wasPaused, { at: 200 }, false],
  ])('%s', (_when, ...[change, happening, expected]: Case) => {
    expect(isRecorded(settings(change), happening, now)).toBe(expected);
  });
});

test.each([
  ['there is none', [0, 0], undefined],
  ['it is on', [500, 1_500], 1_500],
  ['it begins', [1_000, 1_500], 1_500],
  ['it ends', [500, 1_000], undefined],
  ['it is over', [500, 800], undefined],
  ['it was pressed while the clock was ahead', [2_000, 3_000], 3_000],
] as const)('a pause is shown exactly while it keeps everything out: %s', (_when, [from, until], expected) => {
  const paused = settings({ pause: { from, until } });
  expect(pausedUntil(paused, now)).toBe(expected);
  expect(isRecorded(paused, { at: now }, now)).toBe(expected === undefined);
});

describe('whether something is excluded', () => {
  const chosen = settings({ excludedAuthors: ['a1', '7'], excludedNotes: ['n1'] });
  test.each([
    [{ noteId: 'n1' }, true],
    [{ noteId: 'n2', authorId: 'a1' }, true],
    [{ noteId: 'n2', authorId: 'a2' }, false],
    [{ noteId: 'n2' }, false],
    [{ authorId: null }, true],
    [{ url: 'https://www.xiaohongshu.com/user/profile/a1' }, true],
    [{ url: 'https://www.xiaohongshu.com/explore/n1' }, true],
    [{ url: 'https://www.xiaohongshu.com/explore/n17' }, false],
    [{}, false],
  ])('%j → %s', (subject, expected) => expect(isExcluded(chosen, subject)).toBe(expected));

  test.each([
    ['https://www.rednote.com/explore/n1', true],
    ['https://www.xiaohongshu.com/www.rednote.com', false],
    ['https://www.rednote.com.evil.example/', false],
    [undefined, false],
  ])('a site by its host alone: %s → %s', (url, expected) =>
    expect(isExcluded(settings({ excludedSites: ['www.rednote.com'] }), { url })).toBe(expected),
  );

  test('with no author on the list an unknown one is nobody', () => {
    expect(isExcluded(settings({ excludedNotes: ['n1'] }), { authorId: null })).toBe(false);
  });
});

describe('whether a kind is wanted', () => {
  test.each([
    ['click', ['screen'], true],
    ['exposure', ['screen'], false],
    ['click', ['clicks'], false],
    ['landing', ['clicks'], false],
    ['sighting', ['clicks'], true],
    ['note', ['links'], false],
    ['click', ['links'], false],
    ['purchase', ['orders'], false],
    ['purchase', ['links', 'clicks', 'screen'], true],
    ['page', ['links', 'clicks', 'screen', 'orders'], true],
    ['want', ['links', 'clicks', 'screen', 'orders'], true],
  ] as const)('%s without %j → %s', (type, unwanted, expected) => expect(isKindWanted(type, unwanted)).toBe(expected));
});

describe('stored settings', () => {
  test.each([
    undefined,
    null,
    'off',
    [],
    { recording: 'no', copiesAnswers: 0, pause: 4, pausedTabs: {}, offTimes: 7, excludedAuthors: [1, '', null] },
  ])('%j are the usual ones', (raw) =>
    expect(decodeSettings(raw)).toEqual({ ...defaultSettings, consent: { terms: 0, at: 0 } }),
  );

  test('are read as they are', () => {
    const chosen: Settings = {
      consent: { terms: 1, at: 7 },
      recording: false,
      copiesAnswers: false,
      recordingChangedAt: 1,
      erasedAt: 2,
      pause: { from: 3, until: 4 },
      pausedTabs: [{ tab: 5, from: 6 }],
      offTimes: [
        { from: 7, until: 8 },
        { from: 7, until: 9, tab: 5 },
      ],
      excludedAuthors: ['a'],
      excludedNotes: ['n'],
      excludedSites: ['www.rednote.com'],
      unwantedKinds: ['screen'],
      theme: 'dark',
      thumbnails: true,
    };
    expect(decodeSettings(structuredClone(chosen))).toEqual(chosen);
  });

  test('hold no more than they may', () => {
    const many = Array.from({ length: 2_000 }, (_each, index) => String(index));
    const { excludedNotes, pausedTabs, offTimes } = decodeSettings({
      offTimes: many.map((_id, from) => ({ from, until: from })),
      excludedNotes: [...many, 'x'.repeat(101)],
      pausedTabs: many.map((_id, tab) => ({ tab, from: 0 })),
    });
    expect([excludedNotes.length, pausedTabs.length]).toEqual([1_000, 100]);
    expect([offTimes.length, offTimes.at(-1)?.from]).toEqual([50, 1_999]);
  });
});
