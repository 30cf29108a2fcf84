// A card opens its note over the page it stands on; the address changes without a load, and back closes it.
(() => {
  let shown;

  document.addEventListener('click', (event) => {
    if (event.target.closest(`.${NAME('close-circle')}, .${NAME('close-mask-dark')}`)) return history.back();
    const card = event.target.closest('.' + NAME('note-item'));
    const part = event.target.closest(`.${NAME('cover')}, .${NAME('title')}`);
    const id = card && part && idOf(card);
    if (!id || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState({ noteId: id }, '', addressOf(id));
    void show(id);
  });

  window.addEventListener('popstate', () => {
    const id = history.state?.noteId;
    if (id) return void show(id);
    hide();
    // Reloaded while a note was open: this document never was the page behind.
    if (location.pathname !== replicaPage.openedAt) location.reload();
  });

  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && shown) history.back();
  });

  function idOf(card) {
    return /^\/explore\/([0-9a-f]{24})$/.exec(card.querySelector('a')?.getAttribute('href') ?? '')?.[1];
  }

  function addressOf(id) {
    const first = replicaPage.openedAt.split('/')[1];
    if (first === 'search_result') return `/search_result/${id}?xsec_token=replica&xsec_source=pc_search`;
    return `/explore/${id}?xsec_token=replica&xsec_source=${first === 'user' ? 'pc_user' : 'pc_feed'}`;
  }

  async function show(id) {
    const markup = await fetch(`/replica-api/overlay/${id}`).then((reply) => reply.text());
    if (!location.pathname.includes(id)) return;
    hide();
    shown = replicaPage.elementsOf(markup)[0];
    document.querySelector('#' + NAME('app')).append(shown);
    document.documentElement.classList.add(NAME('overlay-open'));
  }

  function hide() {
    shown?.remove();
    shown = undefined;
    document.documentElement.classList.remove(NAME('overlay-open'));
  }
})();
