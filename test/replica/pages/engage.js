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
    if (button) void toggle(bar, button);
  });

  let answers = 0;

  /** With `replica-collect` in the address the site shows a collect late, or never, or at once and then takes it back. */
  async function toggle(bar, button) {
    const how = button.call[0] === 'collect' ? replicaPage.wishOf('collect') : '';
    const wasOn = isOn(bar, button);
    if (how === '' || how === 'reverts') show(bar, button, !wasOn);
    await tell(button.call[wasOn ? 1 : 0], replicaPage.noteOf(bar), how);
    if (how === 'late') await new Promise((done) => setTimeout(done, 1500));
    if (how === 'late') show(bar, button, !wasOn);
    if (how === 'reverts') show(bar, button, wasOn);
    window.collectAnswers = answers += 1;
  }

  function isOn(bar, { name, on }) {
    return bar.querySelector(`.${name} use`).getAttribute('xlink:href') === '#' + on;
  }

  function show(bar, { name, off, on, call }, isNow) {
    const wrapper = bar.querySelector('.' + name);
    wrapper.querySelector('use').setAttributeNS(xlink, 'xlink:href', '#' + (isNow ? on : off));
    const isCounted = countBy(wrapper.querySelector('.' + NAME('count')), isNow ? 1 : -1);
    if (isNow && isCounted && call[0] === 'collect') toast(bar);
  }

  function tell(action, id, how) {
    const query = how === 'fails' || how === 'reverts' ? '?replica-refused=1' : '';
    const body = JSON.stringify(bodyFor(action, id));
    return fetch(`/api/sns/web/v1/note/${action}${query}`, { method: 'POST', body });
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
