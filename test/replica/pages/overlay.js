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
    void open(id, addressOf(id, card));
  });

  function open(id, address) {
    history.pushState({ noteId: id }, '', address);
    const link = advertise();
    return show(id).finally(() => link.remove());
  }

  /** Until the note is there the list behind it lives on under the note's address, with links that are not the note's. */
  function advertise() {
    const link = document.createElement('a');
    link.href = 'https://item.jd.com/100000000099.html';
    link.textContent = '看看';
    (document.querySelector('.' + NAME('feeds-container')) ?? document.body).append(link);
    return link;
  }

  window.addEventListener('popstate', () => {
    const id = history.state?.noteId;
    if (id) return void show(id);
    hide();
    // Another page than the one behind: soft navigation led away from it, or the document was reloaded over a note.
    if (location.pathname + location.search !== replicaPage.behind) void replicaPage.load();
  });

  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && shown) history.back();
  });

  function idOf(card) {
    return /^\/explore\/([0-9a-f]{24})$/.exec(card.querySelector('a')?.getAttribute('href') ?? '')?.[1];
  }

  /** From the saved list a note keeps the address of its card, under its author's profile. */
  function addressOf(id, card) {
    const href = card.querySelector('.' + NAME('cover')).getAttribute('href');
    if (href.includes('pc_collect')) return href;
    const first = replicaPage.behind.split('/')[1].split('?')[0];
    if (first === 'search_result') return `/search_result/${id}?xsec_token=replica&xsec_source=pc_search`;
    return `/explore/${id}?xsec_token=replica&xsec_source=${first === 'user' ? 'pc_user' : 'pc_feed'}`;
  }

  // For tests that open many: the notes are fetched at once and without their pictures, then opened as a card would.
  const prepared = new Map();
  replicaPage.openNote = (id) => open(id, `/explore/${id}?xsec_token=replica&xsec_source=pc_feed`);
  replicaPage.prepareNotes = async (ids) => {
    const list = await fetch('/replica-api/overlays', { method: 'POST', body: ids.join(',') }).then((reply) =>
      reply.json(),
    );
    ids.forEach((id, index) => prepared.set(id, list[index].replaceAll(/ src="[^"]*"/g, ' src="data:,"')));
  };

  async function show(id) {
    const markup = prepared.get(id) ?? (await fetch(`/replica-api/overlay/${id}`).then((reply) => reply.text()));
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
