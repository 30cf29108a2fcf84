// The names come later, by the page's own request.
(() => {
  const body = new URLSearchParams({
    orderWareIds: window.$ORDER_CONFIG['orderWareIds'],
    orderWareTypes: window.$ORDER_CONFIG['orderWareTypes'],
    orderIds: window.$ORDER_CONFIG['orderIds'],
  });

  const request = new XMLHttpRequest();
  request.open('POST', '//order.jd.com/lazy/getOrderProductInfo.action');
  request.onload = () => JSON.parse(request.responseText).forEach(fill);
  request.send(body);

  function fill({ productId, name }) {
    for (const anchor of document.querySelectorAll(`.p-${productId} .p-name a`)) {
      anchor.title = name;
      anchor.textContent = name;
    }
  }
})();
