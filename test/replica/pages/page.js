// Shared by the page's own scripts. `NAME('…')` becomes the class name of the skin when the file is served.
window.replicaPage = (() => {
  const hex24 = /[0-9a-f]{24}(?!.*[0-9a-f]{24})/;
  const page = {
    /** The address of the page itself; over it a note may stand, whose address the bar then shows. */
    behind: location.pathname + location.search,
    noteOf,
    elementsOf,
    wishOf,
  };

  /** The note an element belongs to: the overlay's is in the address bar, the page's own in the address it was opened at. */
  function noteOf(element) {
    const path = element.closest('.' + NAME('note-detail-mask')) ? location.pathname : page.behind.split('?')[0];
    return hex24.exec(path)?.[0] ?? '';
  }

  function elementsOf(markup) {
    const template = document.createElement('template');
    template.innerHTML = markup;
    return [...template.content.children];
  }

  /** What a test wants of this page, said in its address: `replica-NAME=value`. */
  function wishOf(name) {
    return new URLSearchParams(page.behind.split('?')[1]).get(`replica-${name}`) ?? '';
  }

  return page;
})();
