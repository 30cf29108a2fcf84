import { describe, expect, test } from 'vitest';
import { shopScriptSync, type ScriptDoor } from '@/utils/writer/connections';

const shops = ['jd', 'vipshop'].map((id) => ({
  id,
  hosts: [`https://*.${id}.com/*`],
  itemPages: [`https://item.${id}.com/*`],
  shopPages: [`https://mall.${id}.com/*`],
  orderPages: [`https://order.${id}.com/*`],
}));

type Script = Awaited<ReturnType<ScriptDoor['scripting']['getRegisteredContentScripts']>>[number];

/** A browser that refuses a second script of one id, as both do. */
function madeBrowser(granted: Set<string>, registered: Script[] = [], copies = false) {
  const door: ScriptDoor = {
    copies: () => Promise.resolve(copies),
    permissions: { contains: ({ origins }) => Promise.resolve(origins.every((origin) => granted.has(origin))) },
    scripting: {
      getRegisteredContentScripts: () => Promise.resolve([...registered]),
      registerContentScripts: (scripts) => {
        const twice = scripts.find(({ id }) => registered.some((each) => each.id === id));
        if (twice) return Promise.reject(new Error(`Duplicate script ID '${twice.id}'`));
        registered.push(...scripts);
        return Promise.resolve();
      },
      unregisterContentScripts: ({ ids }) => {
        registered.splice(0, registered.length, ...registered.filter(({ id }) => !ids.includes(id)));
        return Promise.resolve();
      },
    },
  };
  return { door, registered };
}

describe('shop scripts follow the grants', () => {
  test('granted: registered on item, shop and order pages alone', async () => {
    const { door, registered } = madeBrowser(new Set(['https://*.jd.com/*']));
    await shopScriptSync(door, shops)();
    expect(registered).toMatchObject([
      { id: 'shop-jd', js: ['shop.js'], matches: ['https://item.jd.com/*', 'https://mall.jd.com/*'] },
      { id: 'orders-jd', js: ['orders.js'], matches: ['https://order.jd.com/*'] },
    ]);
  });

  test('the copier goes into the page’s own world of order pages alone, while it is allowed', async () => {
    const granted = new Set(['https://*.jd.com/*']);
    const { door, registered } = madeBrowser(granted, [], true);
    await shopScriptSync(door, shops)();
    const own = registered.filter((script) => 'world' in script);
    expect(own).toMatchObject([
      {
        id: 'orders-tap-jd',
        js: ['orders-tap.js'],
        matches: ['https://order.jd.com/*'],
        world: 'MAIN',
        runAt: 'document_start',
      },
    ]);
    door.copies = () => Promise.resolve(false);
    await shopScriptSync(door, shops)();
    expect(registered.map(({ id }) => id)).toEqual(['shop-jd', 'orders-jd']);
    door.copies = () => Promise.resolve(true);
    await shopScriptSync(door, shops)();
    granted.clear();
    await shopScriptSync(door, shops)();
    expect(registered).toEqual([]);
  });

  test('taken back: unregistered; foreign and outdated ones go as well', async () => {
    const outdated = { id: 'shop-jd', matches: ['https://old.jd.com/*'] };
    const { door, registered } = madeBrowser(new Set(['https://*.jd.com/*']), [
      outdated,
      { id: 'shop-gone', matches: [] },
    ]);
    await shopScriptSync(door, shops)();
    expect(registered).toMatchObject([
      { id: 'shop-jd', matches: ['https://item.jd.com/*', 'https://mall.jd.com/*'] },
      { id: 'orders-jd', matches: ['https://order.jd.com/*'] },
    ]);
  });

  test('start, install and a fresh grant at once register each script once', async () => {
    const { door, registered } = madeBrowser(new Set(shops.flatMap(({ hosts }) => hosts)));
    const sync = shopScriptSync(door, shops);
    await Promise.all([sync(), sync(), sync()]);
    expect(registered.map(({ id }) => id)).toEqual(['shop-jd', 'orders-jd', 'shop-vipshop', 'orders-vipshop']);
  });

  test('one failure does not stop the next call', async () => {
    const { door, registered } = madeBrowser(new Set(['https://*.jd.com/*']));
    const { contains } = door.permissions;
    door.permissions.contains = () => Promise.reject(new Error('busy'));
    const sync = shopScriptSync(door, shops);
    await expect(sync()).rejects.toThrow('busy');
    door.permissions.contains = contains;
    await sync();
    expect(registered).toHaveLength(2);
  });
});
