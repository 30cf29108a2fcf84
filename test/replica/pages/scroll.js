// The truth about what was in view. Served only where the address asks for it (`replica-scroll`), in the head, so that
// the first frame is in it. Every frame, after its layout, the share of each card, comment and open note that lies in
// the viewport is measured by its box; a change is noted under the frame's own time, as the browser names it: on a busy
// machine its callbacks run long after, and a clock read there would name another moment than an observer is told.
// `replicaScroll.run([[top, heldMs], …])` jumps and holds, until the page has nothing left to do; `replicaScroll.log` is plain JSON (ScrollTruth in types.ts).
(() => {
  const log = { timeOrigin: performance.timeOrigin, frames: [], ranAt: [], jumps: [], active: [], units: {} };
  const openedAt = location.pathname;
  // In the frame itself, after its layout and before it is painted: a message of ours could come frames later.
  const probe = document.createElement('div');
  const after = new ResizeObserver(() => {
    look(log.frames.at(-1));
    log.ranAt[log.frames.length - 1] = performance.now();
  });
  const holder = NAME('note-detail-mask') + ' .' + NAME('note-scroller');
  const kinds = [
    ['card', '.' + NAME('note-item')],
    ['product', '.' + NAME('product-item')],
    ['comment', '.' + NAME('comment-item')],
    ['note', '#' + NAME('noteContainer')],
  ];

  probe.style.cssText = 'position: fixed; height: 1px; visibility: hidden; contain: strict';
  document.documentElement.append(probe);
  after.observe(probe);
  for (const type of ['visibilitychange', 'focus', 'blur']) addEventListener(type, noteActive, true);
  noteActive();
  requestAnimationFrame(frame);

  function frame(at) {
    log.frames.push(at);
    noteActive();
    probe.style.width = `${1 + (log.frames.length % 2)}px`;
    requestAnimationFrame(frame);
  }

  function noteActive() {
    const active = document.visibilityState === 'visible' && document.hasFocus();
    if (log.active.at(-1)?.active !== active) log.active.push({ at: performance.now(), active });
  }

  function look(at) {
    const seen = new Set();
    for (const [kind, selector] of kinds) {
      for (const element of document.querySelectorAll(selector)) seen.add(noteShare(at, kind, element));
    }
    // A recycled card is gone from view with its element.
    for (const [key, unit] of Object.entries(log.units)) if (!seen.has(key)) noteChange(unit, at, 0);
  }

  function noteShare(at, kind, element) {
    const box = element.getBoundingClientRect();
    const key = `${kind} ${nameOf(kind, element)}`;
    const unit = (log.units[key] ??= { kind, ...cardOf(kind, element), rect: [], shares: [] });
    unit.rect = [box.x + scrollX, box.y + scrollY, box.width, box.height].map(Math.round);
    noteChange(unit, at, shareOf(box, frameOf(element)));
    return key;
  }

  function noteChange(unit, at, share) {
    const last = unit.shares.at(-1);
    if (last === undefined ? share > 0 : last[1] !== share) unit.shares.push([at, share]);
  }

  /** The overlay scrolls in itself and cuts off what is out of it. */
  function frameOf(element) {
    const clip = element.closest('.' + holder)?.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    return {
      left: Math.max(0, clip?.left ?? 0),
      top: Math.max(0, clip?.top ?? 0),
      right: Math.min(clientWidth, clip?.right ?? Infinity),
      bottom: Math.min(clientHeight, clip?.bottom ?? Infinity),
    };
  }

  function shareOf(box, { left, top, right, bottom }) {
    const width = Math.min(box.right, right) - Math.max(box.left, left);
    const height = Math.min(box.bottom, bottom) - Math.max(box.top, top);
    const area = box.width * box.height;
    return area > 0 && width > 0 && height > 0 ? Math.round((width * height * 1000) / area) / 1000 : 0;
  }

  function nameOf(kind, element) {
    if (kind === 'card') return element.dataset.index;
    if (kind === 'note') return noteOf(element);
    return element.id || [...element.parentNode.children].indexOf(element);
  }

  // As page.js has it, which comes later than the first frames.
  function noteOf(element) {
    const path = element.closest('.' + NAME('note-detail-mask')) ? location.pathname : openedAt;
    return /[0-9a-f]{24}(?!.*[0-9a-f]{24})/.exec(path)?.[0] ?? '';
  }

  function cardOf(kind, element) {
    if (kind !== 'card') return {};
    const id = /[0-9a-f]{24}/.exec(element.querySelector('a')?.getAttribute('href') ?? '')?.[0];
    return { position: Number(element.dataset.index), ...(id && { noteId: id }) };
  }

  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const nothingToDo = () => new Promise((resolve) => requestIdleCallback(() => resolve()));

  /** `inside` is the selector of a part that scrolls in itself. */
  async function run(steps, inside) {
    const scroller = inside === undefined ? document.scrollingElement : document.querySelector(inside);
    for (const [top, heldMs] of steps) {
      const at = await nextFrame();
      scroller.scrollTo(0, top);
      log.jumps.push({ at, top });
      while (performance.now() - at < heldMs) await nextFrame();
      // On a busy machine whoever watches the page may not have come to look at what is taken away next.
      await nothingToDo();
      await nextFrame();
      await nothingToDo();
    }
    return log;
  }

  window.replicaScroll = { log, run };
})();
