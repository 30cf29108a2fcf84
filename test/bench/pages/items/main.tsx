import { render } from 'preact';
import type { ItemsProps, ItemsState } from '@/components/dashboard/items/items-props';
import { ItemsView } from '@/components/dashboard/items/items-view';
import { ToolsProvider } from '@/components/tools';
import { everyLine } from '@/utils/core/item-lines';
import { noCounts } from '@/utils/core/health';
import { bareList } from './bare';
import { makeLines } from './lines';
import '@/assets/styles/dashboard.css';

const count = 100_000;
const frames = 240;
/** A page and a half each frame: every row on screen is another one. */
const stepPx = 900;

const lines = makeLines(count);
const root = document.getElementById('app');
const nothing = () => undefined;

function ourList(place: HTMLElement): HTMLElement {
  const view: ItemsState = {
    ...{ reading: { state: 'done', result: count }, bulk: { state: 'idle' }, query: everyLine, look: 'table' },
    ...{ total: count, lines, platforms: [], chosen: new Set<string>(), top: 0 },
  };
  const props: ItemsProps = {
    ...{ facts: { counts: { ...noCounts, events: count } }, view, onGo: nothing },
    ...{ onQuery: nothing, onLook: nothing, onChoose: nothing, onChooseAll: nothing, onBulk: nothing },
    ...{ onStopBulk: nothing, onStopReading: nothing, onRead: nothing, onTop: nothing },
    ...{ onOpenItem: nothing, onCloseItem: nothing, onJoin: nothing, onPart: nothing, findToJoin: () => [] },
  };
  const tools = { now: Date.now(), platformName: (id: string) => id, onDeed: nothing, onOpen: nothing };
  render(
    <ToolsProvider value={tools}>
      <ItemsView {...props} />
    </ToolsProvider>,
    place,
  );
  const scroller = place.querySelector<HTMLElement>('.virtual');
  if (!scroller) throw new Error('There is no list.');
  scroller.style.blockSize = '600px';
  return scroller;
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Scrolls through a list and counts what kept the page from answering for more than 50 ms. */
async function scrollThrough(which: 'ours' | 'bare'): Promise<number> {
  if (!root) throw new Error('There is no place.');
  render(null, root);
  root.replaceChildren();
  const scroller = which === 'ours' ? ourList(root) : bareList(root, lines);
  await frame();
  let long = 0;
  const observer = new PerformanceObserver((list) => (long += list.getEntries().length));
  observer.observe({ type: 'longtask' });
  for (let at = 1; at <= frames; at += 1) {
    scroller.scrollTop = at * stepPx;
    await frame();
  }
  await frame();
  long += observer.takeRecords().length;
  observer.disconnect();
  if (scroller.scrollTop < frames * stepPx - 1) throw new Error('The list did not scroll.');
  return long;
}

Object.assign(globalThis, { scrollThrough });
