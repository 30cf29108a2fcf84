import { Puppeteer } from 'puppeteer-core';

/**
 * Finds elements by role and by the name a screen reader says, in the page itself: asked for both, Firefox 153 walks
 * everything there is, which takes seconds on a busy machine. That the same is found as in Chromium's own tree is a test
 * (test/e2e/views.e2e.ts).
 * Accessible Name and Description Computation 1.2, as far as pages of ours need it.
 */
export function byName(role: string, name: string): string {
  // Brackets would end the selector.
  const asked = encodeURIComponent(JSON.stringify([role, name]))
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
  return `::-p-named(${asked.replaceAll("'", '%27')})`;
}

const natives = {
  button: 'button, summary, input[type="button"], input[type="submit"], input[type="file"]',
  checkbox: 'input[type="checkbox"]',
  combobox: 'select, input[list]',
  group: 'fieldset, details',
  heading: 'h1, h2, h3, h4, h5, h6',
  link: 'a[href]',
  radio: 'input[type="radio"]',
  searchbox: 'input[type="search"]',
  textbox: 'input:not([type]):not([list]), input[type="text"]:not([list]), textarea',
};

const find = `(root, asked) => {
  const [role, name] = JSON.parse(decodeURIComponent(asked));
  const textOf = (node) => {
    if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? node.textContent : '';
    const { display } = getComputedStyle(node);
    if (node.matches('[aria-hidden="true"], select, input, textarea') || display === 'none') return ' ';
    const gap = display === 'inline' ? '' : ' ';
    const said = node.getAttribute('aria-label') ?? node.getAttribute('alt') ?? [...node.childNodes].map(textOf).join('');
    return gap + said + gap;
  };
  const nameOf = (element) => {
    const ids = element.getAttribute('aria-labelledby')?.split(/\\s+/u) ?? [];
    const labels = [...(element.labels ?? []), ...element.querySelectorAll(':scope > legend')];
    return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ') ||
      element.getAttribute('aria-label') || labels.map(textOf).join(' ') || textOf(element) ||
      element.getAttribute('title') || element.getAttribute('placeholder') || '';
  };
  const plain = (text) => text.replace(/\\s+/gu, ' ').trim();
  const native = ${JSON.stringify(natives)}[role]?.split(', ').map((each) => each + ':not([role])') ?? [];
  return [...root.querySelectorAll(['[role="' + role + '"]', ...native].join())]
    .filter((element) => plain(nameOf(element)) === plain(name));
}`;

// Puppeteer writes the function out into the page. As text, since what compiles this file adds helpers that are not there.
Puppeteer.registerCustomQueryHandler('named', { queryAll: Object.assign(() => [], { toString: () => find }) });
