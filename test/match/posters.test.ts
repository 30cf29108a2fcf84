import { describe, expect, test } from 'vitest';
import type { LinkPoster, ResolvedLink } from '@/utils/core/types';
import { postersTally } from '@/utils/match/posters';

const at = Date.UTC(2026, 4, 3, 12);
const link: ResolvedLink = { platform: 'jd', kind: 'item', key: 'jd:1', attribution: {}, via: [] };

function sighting(noteId: string, poster?: Partial<LinkPoster>) {
  const found = { surface: 'blue-link' as const, site: 'xiaohongshu', link, noteId, at, zoneMinutes: 480 };
  return {
    ...found,
    ...(poster && { poster: { role: 'other_user' as const, pinned: false, reply: false, ...poster } }),
  };
}

test('who posts blue links, buyers apart from strangers', () => {
  const tally = postersTally();
  for (const each of [
    sighting('1', {}),
    sighting('2', { buyer: true }),
    sighting('3', { role: 'author' }),
    sighting('4'),
  ])
    tally.add(each);
  tally.add({ ...sighting('5', { role: 'author' }), surface: 'ad-link' });
  expect(tally.end()).toMatchObject({ links: 4, roles: { other_user: 1, buyer: 1, author: 1, unknown: 1 } });
});

test('whether somebody had asked, and how long it took where both times can be read', () => {
  const tally = postersTally();
  const asked = { where: 'thread', time: { at: at - 7_200_000 } } as const;
  tally.add({ ...sighting('1', { time: { at: at - 3_600_000 } }), asked });
  tally.add({ ...sighting('2', {}), asked: { where: 'note' } });
  tally.add(sighting('3'));
  const { asked: counts, delay } = tally.end();
  expect(counts).toEqual({ thread: 1, note: 1, nobody: 1 });
  expect(delay.n).toBe(1);
  expect(delay.medianMs).toBeCloseTo(3_600_000, -2);
});

test('who asks under a link that was there before asked nobody', () => {
  const tally = postersTally();
  const posted = { time: { at: at - 3_600_000 } };
  tally.add({ ...sighting('1', posted), asked: { where: 'note', time: { at: at - 60_000 } } });
  expect(tally.end()).toMatchObject({ asked: { thread: 0, note: 0, nobody: 1 }, delay: { n: 0 } });
  // More of the page came, and with it the question that it answers.
  tally.add({ ...sighting('1', posted), again: true, asked: { where: 'thread', time: { at: at - 7_200_000 } } });
  expect(tally.end()).toMatchObject({ asked: { thread: 1, note: 0, nobody: 0 }, delay: { n: 1 } });
});

test('one thing linked under several notes', () => {
  const tally = postersTally();
  ['1', '2'].forEach((noteId) => tally.add(sighting(noteId)));
  ['a', 'b'].forEach((commentId) => tally.add({ ...sighting('2', {}), commentId }));
  tally.add({ ...sighting('9'), link: { ...link, key: 'jd:2' } });
  expect(tally.end()).toMatchObject({ links: 5, roles: { unknown: 3, other_user: 2 }, repeated: 1 });
});

describe('of one link in several rows', () => {
  const posted = { at: at - 3_600_000 };
  const asked = { where: 'thread', time: { at: at - 7_200_000 } } as const;
  const rows = [
    { ...sighting('1', { role: 'unknown' }), commentId: 'a' },
    { ...sighting('1', { role: 'author' }), commentId: 'a' },
    { ...sighting('1', { role: 'other_user', time: posted }), commentId: 'a', asked },
  ];

  test.each([
    ['in the order of reading', rows],
    ['in any other', [...rows].reverse()],
  ])('the best of each part is told, %s', (_how, some) => {
    const tally = postersTally();
    for (const each of some) tally.add(each);
    expect(tally.end()).toMatchObject({
      ...{ links: 1, roles: { author: 1 }, asked: { thread: 1, note: 0, nobody: 0 }, repeated: 0 },
      delay: { n: 1, medianMs: expect.closeTo(3_600_000, -2) as number },
    });
  });
});
