// 点赞 and 收藏: the icon says which state it is in by the symbol it refers to.
(() => {
  const buttons = [
    { name: NAME('like-wrapper'), off: NAME('like'), on: NAME('liked'), call: ['like', 'dislike'] },
    { name: NAME('collect-wrapper'), off: NAME('collect'), on: NAME('collected'), call: ['collect', 'uncollect'] },
  ];

  document.addEventListener('click', (event) => {
    const bar = event.target.closest('.' + NAME('engage-bar-container'));
    const button = bar && buttons.find(({ name }) => event.target.closest('.' + name));
    if (button) toggle(bar, button);
  });

  function toggle(bar, { name, off, on, call }) {
    const wrapper = bar.querySelector('.' + name);
    const use = wrapper.querySelector('use');
    const wasOn = use.getAttribute('xlink:href') === '#' + on;
    use.setAttribute('xlink:href', '#' + (wasOn ? off : on));
    use.setAttribute('href', '#' + (wasOn ? off : on));
    countBy(wrapper.querySelector('.' + NAME('count')), wasOn ? -1 : 1);
    const id = replicaPage.noteOf(bar);
    const action = call[wasOn ? 1 : 0];
    void fetch(`/api/sns/web/v1/note/${action}`, { method: 'POST', body: JSON.stringify(bodyFor(action, id)) });
    if (action === 'collect') toast(bar);
  }

  // The four calls name the note in four ways.
  function bodyFor(action, id) {
    if (action === 'collect') return { note_id: id };
    return action === 'uncollect' ? { note_ids: id } : { note_oid: id };
  }

  function countBy(element, step) {
    if (/^\d+$/.test(element.textContent)) element.textContent = String(Number(element.textContent) + step);
  }

  function toast(bar) {
    const note = document.createElement('div');
    note.className = NAME('collect-success');
    note.textContent = '收藏成功';
    bar.append(note);
    setTimeout(() => note.remove(), 1600);
  }
})();
