// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { byHand, endAll, madeDoor, madeSite, noteId, settle, watchNote } from './made-page';

const xlink = 'http://www.w3.org/1999/xlink';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) });
  document.body.innerHTML = `<div class="bar">
    <span class="collect"><svg><use xlink:href="#collect"></use></svg><b class="count">1.2万</b></span>
  </div>`;
});
afterEach(() => {
  endAll();
  vi.useRealTimers();
});

/** The site's answer: nothing but the icon's reference changes. */
function showIcon(name: string): void {
  document.querySelector('.collect use')?.setAttributeNS(xlink, 'xlink:href', name);
}

function pressCollect(): void {
  document.querySelector('.count')?.dispatchEvent(byHand(new MouseEvent('click', { bubbles: true, composed: true })));
}

async function watch() {
  const { door, rows } = madeDoor();
  watchNote(door, madeSite().site);
  await settle(1_000);
  return { collects: () => rows.filter(({ type }) => type === 'collect') };
}

test('a collect is seen though nothing but the namespaced reference of the icon changes', async () => {
  const { collects } = await watch();
  pressCollect();
  await settle(400);
  showIcon('#collected');
  await settle();
  expect(collects()).toMatchObject([{ type: 'collect', noteId, collected: true, tab: 4 }]);
});

test('taking it back is told as well', async () => {
  showIcon('#collected');
  const { collects } = await watch();
  pressCollect();
  showIcon('#collect');
  await settle();
  expect(collects()).toMatchObject([{ collected: false }]);
});

test('a change without a press is none', async () => {
  const { collects } = await watch();
  showIcon('#collected');
  await settle();
  expect(collects()).toEqual([]);
});

test('a collect that the site shows at once and then takes back is taken back', async () => {
  const { collects } = await watch();
  pressCollect();
  showIcon('#collected');
  await settle(3_000);
  showIcon('#collect');
  await settle();
  expect(collects()).toMatchObject([{ collected: true }, { collected: false }]);
});

test('a press that the site does not answer tells nothing, and the next one counts anew', async () => {
  const { collects } = await watch();
  pressCollect();
  await settle(8_000);
  pressCollect();
  await settle(8_000);
  expect(collects()).toEqual([]);
  showIcon('#collected');
  await settle();
  expect(collects()).toMatchObject([{ collected: true }]);
});

test('ten seconds after the press a change is nobody’s', async () => {
  const { collects } = await watch();
  pressCollect();
  showIcon('#collected');
  await settle(10_001);
  showIcon('#collect');
  await settle();
  expect(collects()).toHaveLength(1);
});

test('two presses before the site answers end where the page ends', async () => {
  const { collects } = await watch();
  pressCollect();
  pressCollect();
  showIcon('#collected');
  await settle();
  showIcon('#collect');
  await settle();
  expect(collects()).toMatchObject([{ collected: true }, { collected: false }]);
});

test.each([
  ['the site answers after more than ten seconds', () => settle(10_001)],
  ['another note is open by then', async () => window.history.replaceState(undefined, '', '/explore')],
])('nothing is told when %s', async (_title, wait) => {
  const { collects } = await watch();
  pressCollect();
  await wait();
  showIcon('#collected');
  await settle();
  expect(collects()).toEqual([]);
});

test('a press by a script of the page is no collect', async () => {
  const { collects } = await watch();
  document.querySelector('.count')?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  showIcon('#collected');
  await settle();
  expect(collects()).toEqual([]);
});

test('without a press no attribute is watched but what says which note it is', async () => {
  const observe = vi.spyOn(MutationObserver.prototype, 'observe');
  await watch();
  expect(observe.mock.calls.map(([, options]) => options)).toEqual([
    { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['href', 'data-card'] },
  ]);
  observe.mockRestore();
});
