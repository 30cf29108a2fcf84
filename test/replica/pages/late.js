// A note whose page comes before its content: first the picture and the author, a moment later the rest.
(async () => {
  const container = document.querySelector('#' + NAME('noteContainer'));
  const id = replicaPage.noteOf(container);
  const markup = await fetch(`/replica-api/overlay/${id}`).then((reply) => reply.text());
  const full = replicaPage.elementsOf(markup)[0].querySelector('#' + NAME('noteContainer'));
  setTimeout(() => {
    container
      .querySelector('.' + NAME('media-container'))
      .replaceWith(full.querySelector('.' + NAME('media-container')));
  }, 150);
  setTimeout(() => {
    container.className = full.className;
    container
      .querySelector('.' + NAME('interaction-container'))
      .replaceWith(full.querySelector('.' + NAME('interaction-container')));
    const title = container.querySelector('#' + NAME('detail-title'));
    document.title = `${title ? title.textContent : '笔记'} - 小红书`;
  }, 400);
})();
