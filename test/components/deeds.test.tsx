// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import type { PopupActions, PopupProps } from '@/components/popup/props';
import { speak } from './i18n-setup';
import { chair, daysAgo, kettle, linkTo, opaque, read } from './made-rows';
import { all, choose, key, list, madeActions, mount, one, press } from './mount';

beforeAll(() => speak('en'));

describe('each button does its deed with the item it stands on', () => {
  const page = read({ links: [linkTo(opaque)] }, [opaque]);
  const marked = { ...kettle, mark: { as: 'bought' as const, at: daysAgo(1) } };
  test.each<{ action: keyof PopupActions; name: string; on: Partial<PopupProps>; argument: string }>([
    { action: 'save', name: 'Save', on: { tab: 'page', page }, argument: opaque.key },
    { action: 'unsave', name: 'Unsave', on: { saved: list([chair]) }, argument: chair.key },
    { action: 'markBought', name: 'I bought this', on: { saved: list([chair]) }, argument: chair.key },
    { action: 'drop', name: 'Drop it', on: { saved: list([chair]) }, argument: chair.key },
    { action: 'undo', name: 'Undo', on: { tab: 'purchased', purchased: list([marked]) }, argument: marked.key },
    {
      action: 'open',
      name: 'Open item.jd.com',
      on: { saved: list([chair]) },
      argument: 'https://item.jd.com/100.html',
    },
  ])('$action', async ({ action, name, on, argument }) => {
    const { actions } = await mount(on);
    await press(one('button', name));
    expect(actions[action].mock.calls).toEqual([[argument]]);
    for (const [other, spy] of Object.entries(actions)) if (other !== action) expect(spy).not.toHaveBeenCalled();
  });

  test('a purchase that an order proves has nothing to mark', async () => {
    await mount({ tab: 'purchased', purchased: list([kettle]) });
    expect(all('button', 'I bought this')).toHaveLength(0);
    expect(all('button', 'Undo')).toHaveLength(0);
  });
});

describe('why a wish was dropped', () => {
  const mark = { as: 'dropped' as const, at: daysAgo(2) };
  const gone = { ...chair, state: 'dropped' as const, mark };
  const why = () => one('combobox', 'Why dropped') as HTMLSelectElement;

  test('is chosen on the item, and can be taken back', async () => {
    const { actions } = await mount({ saved: list([gone]) });
    await choose(why(), 'doubt');
    expect(document.querySelector('.toast')!.textContent).toContain('Noted: Do not trust it');
    await press(all('button', 'Undo', document.querySelector('.toast')!)[0]!);
    expect(actions.why.mock.calls).toEqual([
      [chair.key, 'doubt'],
      [chair.key, ''],
    ]);
  });

  test('stands on the item, as long as it is of this time', async () => {
    await mount({ saved: list([{ ...gone, why: { as: 'price', at: daysAgo(1) } }]) });
    expect(why().value).toBe('price');
    await choose(why(), '');
    expect(document.querySelector('.toast')!.textContent).toContain('The reason is taken away');
    await mount({ saved: list([{ ...gone, why: { as: 'price', at: daysAgo(3) } }]) });
    expect(why().value).toBe('');
  });

  test('is asked of nothing else', async () => {
    await mount({ saved: list([chair]) });
    expect(all('combobox', 'Why dropped')).toHaveLength(0);
  });
});

describe('after a deed', () => {
  test.each([
    ['I bought this', 'Marked as bought', 'undo'],
    ['Drop it', 'Dropped', 'undo'],
    ['Unsave', 'No longer saved', 'save'],
  ] as const)('%s can be undone', async (name, said, back) => {
    const { actions } = await mount({ saved: list([chair]) });
    await press(one('button', name));
    expect(document.querySelector('.toast')!.textContent).toContain(said);
    await press(one('button', 'Undo'));
    expect(actions[back].mock.calls).toEqual([[chair.key]]);
  });

  test.each([
    ['not stored', () => Promise.resolve(false)],
    ['a broken writer', () => Promise.reject(new Error('made'))],
  ])('%s is never said to be done', async (_name, drop) => {
    await mount({ saved: list([chair]), actions: { ...madeActions(), drop } });
    await press(one('button', 'Drop it'));
    expect(document.querySelector('.toast')!.textContent).toBe('That was not stored. Please try again');
  });

  test('the notice goes when dismissed', async () => {
    await mount({ saved: list([chair]) });
    await press(one('button', 'Drop it'));
    await press(one('button', 'Dismiss'));
    expect(document.querySelector('.toast')!.textContent).toBe('');
  });
});

describe('tabs', () => {
  test('are three, named by the page they open', async () => {
    await mount({ tab: 'page' });
    expect(all('tab', 'This page')).toHaveLength(1);
    expect(all('tab', 'Saved')).toHaveLength(1);
    expect(all('tab', 'Purchased')).toHaveLength(1);
    expect(one('tab', 'This page').getAttribute('aria-selected')).toBe('true');
    expect(one('tabpanel').getAttribute('aria-labelledby')).toBe(one('tab', 'This page').id);
  });

  test.each([
    ['page', 'ArrowRight', 'saved'],
    ['purchased', 'ArrowRight', 'page'],
    ['page', 'ArrowLeft', 'purchased'],
    ['saved', 'Home', 'page'],
    ['saved', 'End', 'purchased'],
  ] as const)('%s, %s → %s', async (tab, name, next) => {
    const { onTab } = await mount({ tab });
    await key(document.getElementById(`tab-${tab}`)!, name);
    expect(onTab.mock.calls).toEqual([[next]]);
    expect(document.activeElement?.id).toBe(`tab-${next}`);
  });

  test.each(['a', 'Enter', 'ArrowUp'])('%s is left to the browser', async (name) => {
    const { onTab } = await mount();
    await key(one('tab', 'Saved'), name);
    expect(onTab).not.toHaveBeenCalled();
  });

  test('a click opens', async () => {
    const { onTab } = await mount();
    await press(one('tab', 'Purchased'));
    expect(onTab.mock.calls).toEqual([['purchased']]);
  });
});

describe('switches', () => {
  const connections = [
    { platform: 'jd', connected: false, hosts: ['*://*.jd.com/*'] },
    { platform: 'taobao', connected: true, hosts: ['*://*.taobao.com/*'] },
  ];

  test.each([
    [true, false],
    [false, true],
  ])('recording %s becomes %s', async (recording, next) => {
    const { actions } = await mount({ recording });
    expect(one('switch').getAttribute('aria-checked')).toBe(String(recording));
    await press(one('switch'));
    expect(actions.setRecording.mock.calls).toEqual([[next]]);
  });

  test('a pause is on screen, with the way back', async () => {
    const { actions } = await mount({ recording: false });
    await press(one('button', 'Resume'));
    expect(actions.setRecording.mock.calls).toEqual([[true]]);
  });

  test('a shop that was disconnected: what was recorded of it may go too', async () => {
    const { actions } = await mount({ connections });
    await press(one('button', 'Settings'));
    await press(one('button', 'Disconnect Taobao'));
    expect(one('alertdialog').textContent).toContain('Erase everything recorded from Taobao too?');
    await press(one('button', 'Keep it'));
    expect([all('alertdialog'), actions.erasePlatform.mock.calls]).toEqual([[], []]);
    await press(one('button', 'Disconnect Taobao'));
    await press(one('button', 'Erase it'));
    expect(actions.erasePlatform.mock.calls).toEqual([['taobao']]);
    expect(document.querySelector('.toast')!.textContent).toContain('All records of Taobao are erased');
    actions.erasePlatform.mockResolvedValue(false);
    await press(one('button', 'Disconnect Taobao'));
    await press(one('button', 'Erase it'));
    expect(document.querySelector('.toast')!.textContent).toContain('Perhaps not all of it was erased');
  });

  test('a shop that was not disconnected offers nothing', async () => {
    await mount({ connections, actions: { ...madeActions(), disconnect: () => Promise.resolve(false) } });
    await press(one('button', 'Settings'));
    await press(one('button', 'Disconnect Taobao'));
    expect(all('alertdialog')).toEqual([]);
  });

  test('the copier is a switch of its own, once it is known how it stands', async () => {
    const name = 'Read orders that load later';
    const { actions } = await mount({ copies: true });
    await press(one('button', 'Settings'));
    expect(one('switch', name).getAttribute('aria-checked')).toBe('true');
    await press(one('switch', name));
    expect(actions.setCopies.mock.calls).toEqual([[false]]);
    await mount();
    expect(all('switch', name)).toEqual([]);
  });

  test('platforms are connected and disconnected, with the hosts in sight', async () => {
    const { actions } = await mount({ connections });
    await press(one('button', 'Settings'));
    expect(document.body.textContent).toContain('*.jd.com');
    await press(one('button', 'Connect JD.com'));
    await press(one('button', 'Disconnect Taobao'));
    expect(actions.connect.mock.calls).toEqual([['jd']]);
    expect(actions.disconnect.mock.calls).toEqual([['taobao']]);
  });

  test('a refused permission is said to be one', async () => {
    const connect = () => Promise.resolve(false);
    await mount({ connections, actions: { ...madeActions(), connect } });
    await press(one('button', 'Settings'));
    await press(one('button', 'Connect JD.com'));
    expect(document.querySelector('.toast')!.textContent).toContain('JD.com is not connected');
  });

  test('erasing asks once more, and the harmless answer has the focus', async () => {
    const { actions } = await mount();
    await press(one('button', 'Settings'));
    await press(one('button', 'Erase…'));
    expect(document.activeElement?.textContent).toBe('Keep it');
    await key(one('alertdialog'), 'Escape');
    expect(all('alertdialog')).toHaveLength(0);
    expect(actions.eraseAll).not.toHaveBeenCalled();
    await press(one('button', 'Erase…'));
    await press(one('button', 'Erase all'));
    expect(actions.eraseAll).toHaveBeenCalledTimes(1);
  });

  test('an empty Purchased leads to the platforms', async () => {
    await mount({ tab: 'purchased', connections: connections.slice(0, 1) });
    await press(one('button', 'Connect shops'));
    expect(one('button', 'Connect JD.com')).toBeTruthy();
  });

  test('a silent page can be reloaded, a long list goes on', async () => {
    const silent = await mount({ tab: 'page', page: { state: 'silent' } });
    await press(one('button', 'Reload the page'));
    expect(silent.actions.reloadPage).toHaveBeenCalledTimes(1);
    const long = await mount({ saved: list([chair], true) });
    await press(one('button', 'Show more'));
    expect(long.actions.loadMore).toHaveBeenCalledTimes(1);
  });
});
