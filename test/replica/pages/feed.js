// A list of cards: placed by hand in columns, 15 to 24 of them in the page at a time, the others thrown away. The list
// itself comes in batches, as one scrolls. With `replica-list=recycled` in the address the elements of cards out of
// view are patched into the cards that come, node by node: then no element is new, and their order in the page is none.
(() => {
  const least = 15;
  const most = 24;
  const batch = 30;
  const gap = 20;
  const footer = 84;
  let stop = () => undefined;

  replicaPage.startFeed = () => {
    stop();
    const feed = document.querySelector('.' + NAME('feeds-container'));
    stop = feed ? run(feed) : () => undefined;
  };
  replicaPage.startFeed();

  function run(feed) {
    const ended = new AbortController();
    const recycles = replicaPage.wishOf('list') === 'recycled';
    const indexOf = (element) => Number((element.querySelector('[data-index]') ?? element).dataset.index);
    const mounted = new Map([...feed.children].map((element) => [indexOf(element), element]));
    const cards = [];
    let spare = [];
    let places = [];
    let asked = false;
    addEventListener('scroll', () => requestAnimationFrame(draw), { passive: true, signal: ended.signal });
    addEventListener('resize', layOut, { signal: ended.signal });
    void more();

    async function more() {
      if (asked) return;
      asked = true;
      const from = `page=${encodeURIComponent(replicaPage.behind)}&from=${cards.length}&count=${batch}`;
      const some = await fetch(`/replica-api/cards?${from}`).then((reply) => reply.json());
      if (ended.signal.aborted) return;
      cards.push(...some);
      asked = some.length < batch;
      layOut();
    }

    function layOut() {
      const columns = Math.max(2, Math.min(5, Math.floor((feed.clientWidth + gap) / 240)));
      const width = (feed.clientWidth - gap * (columns - 1)) / columns;
      const bottoms = Array.from({ length: columns }, () => 0);
      places = cards.map((card) => {
        const column = bottoms.indexOf(Math.min(...bottoms));
        const cover = Math.round(width * Math.min(4 / 3, card.height / card.width));
        const place = { x: column * (width + gap), y: bottoms[column], width, cover, height: cover + footer };
        bottoms[column] += place.height + gap;
        return place;
      });
      feed.style.height = `${Math.max(0, ...bottoms)}px`;
      draw();
      for (const [index, element] of mounted) put(element, places[index]);
    }

    function draw() {
      if (ended.signal.aborted || cards.length === 0) return;
      const { from, to } = span();
      for (const [index, element] of mounted) if (index < from || index >= to) unmount(index, element);
      for (let index = from; index < to; index += 1) if (!mounted.has(index)) mount(index);
      for (const element of spare) element.remove();
      spare = [];
      if (to >= cards.length - 6) void more();
    }

    function unmount(index, element) {
      mounted.delete(index);
      if (recycles) spare.push(element);
      else element.remove();
    }

    /** The cards on screen, made up to 15 or cut down to 24. */
    function span() {
      const top = -feed.getBoundingClientRect().top - 240;
      const bottom = top + innerHeight + 480;
      const seen = places.flatMap(({ y, height }, index) => (y + height > top && y < bottom ? [index] : []));
      const from = seen[0] ?? 0;
      const length = Math.max(least, Math.min(most, (seen.at(-1) ?? 0) + 1 - from));
      const start = Math.max(0, Math.min(from, cards.length - length));
      return { from: start, to: Math.min(cards.length, start + length) };
    }

    function mount(index) {
      const [made] = replicaPage.elementsOf(cards[index].markup);
      const element = spare.pop() ?? made;
      if (element === made) insert(made, index);
      else patch(element, made);
      put(element, places[index]);
      mounted.set(index, element);
    }

    function insert(element, index) {
      const after = [...mounted.keys()].filter((other) => other > index);
      feed.insertBefore(element, after.length > 0 ? mounted.get(Math.min(...after)) : null);
    }

    return () => ended.abort();
  }

  function put(element, { x, y, width, cover, height }) {
    element.style.width = `${width}px`;
    element.style.height = `${height}px`;
    element.style.transform = `translate(${x}px, ${y}px)`;
    const picture = element.querySelector('.' + NAME('cover'));
    if (picture) picture.style.height = `${cover}px`;
  }

  /** As frameworks do it: what is alike stays and is changed, only what has no counterpart is made or dropped. */
  function patch(old, made) {
    if (old.nodeType === Node.TEXT_NODE) return void (old.data = made.data);
    if (old.nodeType !== Node.ELEMENT_NODE) return;
    for (const { name } of [...old.attributes]) if (!made.hasAttribute(name)) old.removeAttribute(name);
    for (const { name, value } of made.attributes) old.setAttribute(name, value);
    const [before, after] = [[...old.childNodes], [...made.childNodes]];
    after.forEach((child, index) => {
      const same = before[index];
      if (same?.nodeName === child.nodeName) patch(same, child);
      else if (same) same.replaceWith(child);
      else old.append(child);
    });
    for (const extra of before.slice(after.length)) extra.remove();
  }
})();
