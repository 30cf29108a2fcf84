import type { ItemLine } from '@/utils/core/item-lines';

const rowPx = 60;

/** The least that shows the same rows: a window of elements that is filled anew at each scroll, by hand. */
export function bareList(place: HTMLElement, lines: readonly ItemLine[]): HTMLElement {
  const scroller = Object.assign(document.createElement('div'), { className: 'virtual' });
  const whole = document.createElement('div');
  const shown = document.createElement('div');
  Object.assign(scroller.style, { height: '600px', overflowY: 'auto' });
  Object.assign(whole.style, { height: `${String(lines.length * rowPx)}px`, position: 'relative' });
  Object.assign(shown.style, { position: 'absolute', left: '0', right: '0' });
  whole.append(shown);
  scroller.append(whole);
  place.replaceChildren(scroller);
  const fill = () => {
    const first = Math.max(0, Math.floor(scroller.scrollTop / rowPx) - 6);
    const last = Math.min(lines.length, first + 24);
    shown.style.transform = `translateY(${String(first * rowPx)}px)`;
    shown.replaceChildren(...lines.slice(first, last).map(rowOf));
  };
  scroller.addEventListener('scroll', fill);
  fill();
  return scroller;
}

function rowOf({ platform, title = '', shop = '', note = '', priceFen = 0, state, lastAt }: ItemLine): HTMLElement {
  const row = Object.assign(document.createElement('div'), { className: 'sheet__row' });
  const tick = Object.assign(document.createElement('input'), { type: 'checkbox', ariaLabel: title });
  const texts = [platform.slice(0, 1), title, `${shop} · ${note}`, String(priceFen / 100), state, String(lastAt)];
  const cells = texts.map((text) => Object.assign(document.createElement('span'), { textContent: text }));
  row.append(tick, ...cells);
  return row;
}
