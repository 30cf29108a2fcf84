// Shared by the page's own scripts. `NAME('…')` becomes the class name of the skin when the file is served.
window.replicaPage = (() => {
  const openedAt = location.pathname;
  const hex24 = /[0-9a-f]{24}(?!.*[0-9a-f]{24})/;

  /** The note an element belongs to: the overlay's is in the address bar, the page's own in the address it was opened at. */
  function noteOf(element) {
    const path = element.closest('.' + NAME('note-detail-mask')) ? location.pathname : openedAt;
    return hex24.exec(path)?.[0] ?? '';
  }

  function elementsOf(markup) {
    const template = document.createElement('template');
    template.innerHTML = markup;
    return [...template.content.children];
  }

  return { openedAt, noteOf, elementsOf };
})();
