// A desktop has no shop app: the page answers a click on a deep link by going to the web page itself.
(() => {
  const fallbacks = fetch('/replica-api/fallbacks').then((answer) => answer.json());

  function follow(event) {
    const anchor = event.target.closest('a[href]');
    const href = anchor?.getAttribute('href') ?? '';
    if (!/^(?:tbopen|taobao|openapp\.jdmobile|pinduoduo|vipshop|imeituan):/i.test(href)) return;
    if (event.type === 'auxclick' && event.button !== 1) return;
    event.preventDefault();
    const apart = anchor.target === '_blank' || event.button === 1 || event.ctrlKey || event.metaKey;
    void fallbacks.then((urls) => open(urls[href], apart));
  }

  function open(url, apart) {
    if (url === undefined) return;
    if (apart) window.open(url, '_blank');
    else location.href = url;
  }

  document.addEventListener('click', follow);
  document.addEventListener('auxclick', follow);
})();
