// Ten comments more when the end of the list comes near, and replies behind 展开.
(() => {
  const busy = new WeakSet();

  document.addEventListener('scroll', loadMore, { capture: true, passive: true });
  document.addEventListener('click', (event) => {
    const more = event.target.closest('.' + NAME('show-more'));
    if (more) void expand(more);
  });

  function loadMore() {
    for (const container of document.querySelectorAll('.' + NAME('comments-container'))) {
      if (isAtEnd(container)) void loadInto(container);
    }
  }

  /** The overlay scrolls in itself, a note opened directly with the window. */
  function isAtEnd(container) {
    const scroller = container.closest('.' + NAME('note-detail-mask') + ' .' + NAME('note-scroller'));
    const bottom = scroller ? scroller.getBoundingClientRect().bottom : innerHeight;
    return container.getBoundingClientRect().bottom < bottom + 120;
  }

  async function loadInto(container) {
    const list = container.querySelector(':scope > .' + NAME('list-container'));
    const done = container.querySelector(':scope > .' + NAME('end-container'));
    if (!list || done || busy.has(container)) return;
    busy.add(container);
    const from = list.children.length;
    const answer = await fetch(`/replica-api/comments/${replicaPage.noteOf(container)}/${from}`).then((reply) =>
      reply.json(),
    );
    list.append(...answer.list.flatMap(replicaPage.elementsOf));
    if (!answer.more) container.append(theEnd());
    busy.delete(container);
  }

  function theEnd() {
    const end = document.createElement('div');
    end.className = NAME('end-container');
    end.textContent = '- THE END -';
    return end;
  }

  async function expand(more) {
    const parent = more.closest('.' + NAME('parent-comment'));
    const index = [...parent.parentNode.children].indexOf(parent);
    const answer = await fetch(`/replica-api/replies/${replicaPage.noteOf(more)}/${index}`).then((reply) =>
      reply.json(),
    );
    more.parentNode.querySelector('.' + NAME('list-container')).append(...answer.list.flatMap(replicaPage.elementsOf));
    more.remove();
  }
})();
