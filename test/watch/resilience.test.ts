// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { shutdownRegistry } from '@/utils/watch/shutdown';
import { jdItem } from '../ledger/made-events';
import { changePage, endAll, madeDoor, madeSite, settle, watchNote } from './made-page';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) }));
afterEach(() => {
  endAll();
  vi.useRealTimers();
});

test('after all was erased an open note is told anew', async () => {
  const { door, rows, outside } = madeDoor();
  const { site, shown } = madeSite();
  shown.links = [{ surface: 'ad-link', link: jdItem, layer: 'L1', rule: 'target', verified: false }];
  watchNote(door, site);
  changePage();
  await settle(3_000);
  expect(rows.map(({ type }) => type)).toEqual(['note', 'sighting']);
  outside.erasedAt = Date.now();
  changePage();
  await settle(3_000);
  expect(rows.map(({ type }) => type)).toEqual(['note', 'sighting', 'note', 'sighting']);
});

test('listeners that document.open() took away come back with the change it makes, each once', () => {
  const heard = vi.fn();
  const target = new EventTarget();
  const shutdown = shutdownRegistry(() => true);
  shutdown.listen(target, ['click'], heard);
  const changed = (node: Node) => shutdown.relisten([{ target: node } as unknown as MutationRecord]);
  const add = vi.spyOn(target, 'addEventListener');
  changed(document.body);
  expect(add).not.toHaveBeenCalled();
  changed(document);
  expect(add).toHaveBeenCalledOnce();
  target.dispatchEvent(new Event('click'));
  expect(heard).toHaveBeenCalledOnce();
});
