import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Replica, startReplica } from '../replica';
import { notes } from '../replica/truth';
import { get } from './get';

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica();
});
afterAll(() => replica.close());

const all = notes.flatMap(({ links }) => links);
const form = (how: string) => all.filter(({ opens }) => opens.how === how).map((link) => [link.href, link] as const);

test.each(form('redirect'))('%s redirects to its item', async (href, link) => {
  const { status, headers } = await get(replica, href);
  expect([status, headers.location]).toEqual([302, link.opens.url]);
  expect(link.itemId).toBeUndefined();
});

test.each(form('fallback'))('%s has a web page to fall back on', async (href, link) => {
  const { text } = await get(replica, 'https://www.xiaohongshu.com/replica-api/fallbacks');
  expect(JSON.parse(text)[href]).toBe(link.opens.url);
});

test.each(all.map((link) => [link.href, link] as const))('%s ends on a page that is there', async (_href, link) => {
  expect((await get(replica, link.opens.url ?? '')).status).toBe(200);
});

test('every form of target and opening is there', () => {
  const forms = new Set(
    all.filter(({ surface }) => surface === 'ad-link').map(({ opens, target }) => `${opens.how} ${target}`),
  );
  expect([...forms].sort()).toEqual([
    'direct _blank',
    'direct _self',
    'fallback _blank',
    'fallback _self',
    'redirect _blank',
    'redirect _self',
  ]);
});

test('an unknown short link leads nowhere', async () => {
  expect((await get(replica, 'https://u.jd.com/zzzzzz')).status).toBe(404);
});
