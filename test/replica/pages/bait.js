// The trap for ad blockers: whoever hides, moves or removes the empty div is told on. Read `__baitTouched` in a test.
(() => {
  const bait = document.querySelector('.' + NAME('ad-wrap'));
  const before = bait.outerHTML;
  let touched = false;

  function isTouched() {
    const style = getComputedStyle(bait);
    const hidden = style.display === 'none' || style.visibility !== 'visible' || style.position !== 'fixed';
    touched ||= !bait.isConnected || bait.outerHTML !== before || hidden;
    return touched;
  }

  function look() {
    if (!isTouched()) return;
    for (const part of [NAME('reds-alert-mask'), NAME('slot-content')]) {
      for (const element of document.querySelectorAll('.' + part)) element.style.display = 'block';
    }
  }

  Object.defineProperty(window, '__baitTouched', { get: isTouched });
  new MutationObserver(look).observe(bait, { attributes: true, childList: true });
  new MutationObserver(look).observe(bait.parentNode, { childList: true });
})();
