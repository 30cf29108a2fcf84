// Soft navigation, as between the parts of the real site: the address changes, the document stays, and so does the
// state script of the page it began with.
(() => {
  document.addEventListener('click', (event) => {
    const to = targetOf(event.target);
    if (!to || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  });

  document.addEventListener('submit', (event) => {
    const words = new FormData(event.target).get('keyword');
    if (words === null) return;
    event.preventDefault();
    go(`/search_result?keyword=${encodeURIComponent(words)}&source=web_explore_feed`);
  });

  function targetOf(element) {
    const channel = element.closest('[data-channel]');
    if (channel) return `/explore?channel_id=${channel.dataset.channel}`;
    const tab = element.closest('[data-tab]');
    if (tab) return tabOf(tab.dataset.tab);
    const anchors = [NAME('link-wrapper'), NAME('query-note-item'), NAME('board-link')].map((name) => 'a.' + name);
    return element.closest(anchors.join(', '))?.getAttribute('href');
  }

  function tabOf(tab) {
    const [name, subTab = 'note'] = tab.split('/');
    return `${replicaPage.behind.split('?')[0]}?tab=${name}&subTab=${subTab}`;
  }

  /** The kinds of a search, 全部 图文 视频 用户: another list at the same address. */
  document.addEventListener('click', (event) => {
    const kind = event.target.closest(`.${NAME('search-layout')} .${NAME('channel')}`);
    if (!kind) return;
    for (const other of kind.parentNode.children) other.classList.toggle(NAME('active'), other === kind);
    document.querySelector('.' + NAME('feeds-container')).replaceChildren();
    replicaPage.startFeed();
  });

  function go(to) {
    history.pushState({}, '', to);
    void load();
  }

  /** Shows what is at the address in the bar. */
  async function load() {
    const at = location.pathname + location.search;
    const text = await fetch(at).then((reply) => reply.text());
    if (at !== location.pathname + location.search) return;
    const made = new DOMParser().parseFromString(text, 'text/html');
    const part = '.' + NAME('main-content');
    document.querySelector(part).replaceWith(made.querySelector(part));
    document.title = made.title;
    replicaPage.behind = at;
    scrollTo(0, 0);
    replicaPage.startFeed();
  }

  replicaPage.load = load;
})();
