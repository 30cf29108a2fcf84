// @vitest-environment happy-dom
import { beforeAll, expect, test, vi } from 'vitest';
import { DataView } from '@/components/dashboard/data/data-view';
import { speak } from './i18n-setup';
import { data, eraseActions, noErasure, noLimits, retentionActions } from './made-data';
import { daysAgo } from './made-rows';
import { all, draw, one, press } from './mount';

beforeAll(() => speak('en'));

test('nothing is erased under a backup that is being written', async () => {
  const running = { job: { state: 'running', done: 1, total: 2 } as const, onStart: vi.fn(), onStop: vi.fn() };
  const onErase = vi.fn();
  const erase = { view: noErasure, actions: { ...eraseActions, onErase } };
  const counts = { visits: 3 };
  const result = { limits: { visits: 1 }, counts, believed: daysAgo(0) };
  const retention = { view: { ...noLimits, counting: { state: 'done' as const, result } }, actions: retentionActions };
  await draw(<DataView {...data} backup={running} erase={erase} retention={retention} />);
  await press([...document.querySelectorAll<HTMLElement>('input[name=erase-kind]')].at(-1)!);
  await press(one('button', 'Erase…'));
  expect(all('alertdialog').map(({ textContent }) => textContent)).toEqual(
    Array(2).fill(expect.stringContaining('The backup is still being written')),
  );
  expect(one('button', 'Erase').hasAttribute('disabled')).toBe(true);
  expect(one('button', 'Erase and set').hasAttribute('disabled')).toBe(true);
  await draw(<DataView {...data} erase={erase} retention={retention} />);
  expect(document.body.textContent).not.toContain('still being written');
  await press(one('button', 'Erase'));
  expect(onErase).toHaveBeenCalledTimes(1);
});
