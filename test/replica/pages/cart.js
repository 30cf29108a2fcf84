// What the buttons of an item's page ask for, as the houses' own pages do (field notes, 5).
(() => {
  const { platform, item } = document.querySelector('.buttons').dataset;
  const mtop = (api, data) =>
    fetch(`https://h5api.m.taobao.com/h5/${api}/?jsv=2&data=${encodeURIComponent(JSON.stringify(data))}`).then(
      (answer) => answer.json(),
    );
  const buttons = { cart: document.querySelector('#add-cart'), favourite: document.querySelector('#favourite') };
  buttons.cart.addEventListener('click', () => {
    if (platform === 'jd') location.href = `https://cart.jd.com/gate.action?pid=${item}&pcount=1&ptype=1`;
    else void mtop('mtop.trade.addBag/3.1', { itemId: item, quantity: 1 });
  });
  buttons.favourite.addEventListener('click', () => {
    if (platform !== 'jd') void mtop('mtop.taobao.mercury.addCollect/1.0', { itemId: item });
  });
})();
