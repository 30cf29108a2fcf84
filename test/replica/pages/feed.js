// The feed: cards placed by hand in columns, 15 to 24 of them in the page at a time, the others thrown away.
(async () => {
  const least = 15;
  const most = 24;
  const gap = 20;
  const footer = 84;
  const feed = document.querySelector('.' + NAME('feeds-container'));
  const cards = await fetch(`/replica-api/cards?page=${encodeURIComponent(location.pathname + location.search)}`).then(
    (reply) => reply.json(),
  );
  const mounted = new Map([...feed.children].map((element) => [Number(element.dataset.index), element]));
  let places = [];

  addEventListener('scroll', () => requestAnimationFrame(draw), { passive: true });
  addEventListener('resize', layOut);
  layOut();

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
    const { from, to } = span();
    for (const [index, element] of mounted) {
      if (index >= from && index < to) continue;
      element.remove();
      mounted.delete(index);
    }
    for (let index = from; index < to; index += 1) if (!mounted.has(index)) mount(index);
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
    const [element] = replicaPage.elementsOf(cards[index].markup);
    put(element, places[index]);
    const after = [...mounted.keys()].filter((other) => other > index);
    feed.insertBefore(element, after.length > 0 ? mounted.get(Math.min(...after)) : null);
    mounted.set(index, element);
  }

  function put(element, { x, y, width, cover, height }) {
    element.style.width = `${width}px`;
    element.style.height = `${height}px`;
    element.style.transform = `translate(${x}px, ${y}px)`;
    const picture = element.querySelector('.' + NAME('cover'));
    if (picture) picture.style.height = `${cover}px`;
  }
})();
