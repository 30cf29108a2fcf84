// 点赞 and 收藏: the icon says which state it is in by the symbol it refers to. The reference has the svg namespace, as
// the site's framework sets it, and may be all that changes: a count in 万 stays as it is, and then no toast comes either.
(() => {
  const xlink = 'http://www.w3.org/1999/xlink';
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
    use.setAttributeNS(xlink, 'xlink:href', '#' + (wasOn ? off : on));
    const isCounted = countBy(wrapper.querySelector('.' + NAME('count')), wasOn ? -1 : 1);
    const id = replicaPage.noteOf(bar);
    const action = call[wasOn ? 1 : 0];
    void fetch(`/api/sns/web/v1/note/${action}`, { method: 'POST', body: JSON.stringify(bodyFor(action, id)) });
    if (action === 'collect' && isCounted) toast(bar);
  }

  // The four calls name the note in four ways.
  function bodyFor(action, id) {
    if (action === 'collect') return { note_id: id };
    return action === 'uncollect' ? { note_ids: id } : { note_oid: id };
  }

  function countBy(element, step) {
    const isWhole = /^\d+$/.test(element.textContent);
    if (isWhole) element.textContent = String(Number(element.textContent) + step);
    return isWhole;
  }

  function toast(bar) {
    const note = document.createElement('div');
    note.className = NAME('collect-success');
    note.textContent = '收藏成功';
    bar.append(note);
    setTimeout(() => note.remove(), 1600);
  }
})();
