// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import type { ItemRow } from '@/utils/core/rows';
import { LinkTells } from '@/components/popup/link-tells';
import { ToolsProvider } from '@/components/tools';
import { speak } from './i18n-setup';
import { chair, linkTo, now, opaque, read } from './made-rows';
import { all, draw, list, mount, one, press } from './mount';

beforeAll(() => speak('en'));

const word = 'Leads on elsewhere: where to shows only when it is followed.';
const token: ItemRow = { ...opaque, key: 'token:x', kind: 'token' };
const shop: ItemRow = { ...opaque, key: 'mall.jd.com/1', kind: 'shop' };

describe('an address that only sends on', () => {
  test.each<[string, ItemRow, boolean]>([
    ['a short link', opaque, true],
    ['a redirector', { ...opaque, key: 'union-click.jd.com/jdc?e=1', kind: 'redirector' }, true],
    ['a short link that has shown its item', { ...opaque, key: 'jd:9', url: 'https://item.jd.com/9.html' }, false],
    ['an item', chair, false],
    ['a shop', shop, false],
    ['a share code, which is no address', token, false],
  ])('%s: said %s', async (_what, item, is) => {
    const { place } = await mount({ tab: 'page', page: read({ links: [linkTo(item)] }, [item]) });
    expect(place.textContent.includes(word)).toBe(is);
    await mount({ saved: list([item]) });
    expect(place.textContent.includes(word)).toBe(is);
  });

  test('is opened under its own host, and the button says that it is not the last', async () => {
    const { actions } = await mount({ saved: list([opaque]) });
    await press(one('button', 'Open u.jd.com, which leads on elsewhere'));
    expect(actions.open.mock.calls).toEqual([[opaque.url]]);
  });

  test.each([
    [true, 'cannot be seen from here', 'opens the item'],
    [false, 'opens the item', 'cannot be seen from here'],
  ])('(%s) promises nothing about an item it does not know', async (leadsOn, said, unsaid) => {
    const tools = { now, platformName: (id: string) => id, onDeed: () => undefined, onOpen: () => undefined };
    const place = await draw(
      <ToolsProvider value={{ ...tools, explain: () => ['who gets paid'] }}>
        <LinkTells link={linkTo(opaque).link} leadsOn={leadsOn} />
      </ToolsProvider>,
    );
    const details = place.querySelector('details')!;
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    await expect.poll(() => place.textContent).toContain(said);
    expect(place.textContent).not.toContain(unsaid);
    expect(all('button')).toEqual([]);
  });
});
