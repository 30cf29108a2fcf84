/** Scripts that a page would run against us; strings, because they run in the page's own world. */

/** Clears every timer there is, ours too: both browsers share the ids with our script. */
export const clearTimers = `(() => {
  const mine = setInterval(() => {
    const newest = setTimeout(() => undefined, 0);
    for (let id = 1; id <= newest; id++) if (id !== mine) clearTimeout(id);
  }, 10);
})()`;

/** Stays on the page whatever is pressed. */
export const holdStill = `for (const type of ['click', 'auxclick']) addEventListener(type, (event) => event.preventDefault())`;

/** Presses a link in every way that a script can. */
export const forgePresses = (anchor: string) => `(() => {
  const link = document.querySelector(${JSON.stringify(anchor)});
  const at = { bubbles: true, cancelable: true, composed: true, detail: 1, view: window };
  link.click();
  link.dispatchEvent(new MouseEvent('click', at));
  link.dispatchEvent(new PointerEvent('click', { ...at, pointerType: 'mouse' }));
  link.dispatchEvent(new MouseEvent('auxclick', { ...at, button: 1 }));
  link.firstElementChild?.dispatchEvent(new MouseEvent('click', at));
})()`;

/** A shop link inside a form whose inputs hide the members that a reader would call. */
export const clobberedLink = (href: string) => `(() => {
  const form = document.createElement('form');
  const names = 'attributes children parentNode parentElement href id tagName localName nodeName nodeType textContent ' +
    'querySelector querySelectorAll matches closest getAttribute hasAttribute className childElementCount ownerDocument ' +
    'contains compareDocumentPosition isConnected dataset';
  for (const name of names.split(' ')) form.append(Object.assign(document.createElement('input'), { name }));
  const link = Object.assign(document.createElement('a'), { href: ${JSON.stringify(href)}, textContent: '点我' });
  form.append(link);
  document.querySelector('.note-content').prepend(form);
})()`;

/** From the first moment on: what is posted to the page. */
export const watchMessages = `(() => {
  const heard = [];
  addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)), true);
  Object.defineProperty(window, 'heard', { value: heard });
})()`;

/** From now on: every change of the document. */
export const watchChanges = `(() => {
  const changes = [];
  const note = (records) => changes.push(...records.map(({ type, target }) => type + ' ' + target.nodeName));
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  new MutationObserver(note).observe(document, all);
  Object.defineProperty(window, 'changes', { value: changes });
})()`;
