// Lists that load themselves: each asks in the way its house does, and draws what comes.
(() => {
  const list = document.querySelector('#list');
  const wish = (name) => new URLSearchParams(location.search).get(`replica-${name}`);
  const mtop = 'https://h5api.m.taobao.com/h5/mtop.taobao.order.queryboughtlistv2/1.0/';
  const yuan = (fen) => (fen / 100).toFixed(2);

  const ways = { pdd, vip, meituan, bought, phone, forge };
  ways[document.body.dataset.list]();

  function draw(title, amount, id = '') {
    const [row, name, paid] = ['li', 'b', 'span'].map((tag) => document.createElement(tag));
    if (id) row.id = id;
    name.textContent = title;
    paid.textContent = ` 实付：￥${amount} `;
    row.append(name, paid);
    list.append(row);
  }

  function ask(method, url, then) {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.onload = () => then(request);
    request.send(method === 'POST' ? 'pageNum=2' : null);
  }

  function pdd() {
    for (const order of window.rawData.ordersStore.orders) draw(order.orderGoods[0].goodsName, order.orderAmount);
    ask('GET', '/proxy/api/api/aristotle/order_list_v4?pdduid=1&offset=1', ({ responseText }) => {
      for (const order of JSON.parse(responseText).orders)
        draw(order.order_goods[0].goods_name, yuan(order.order_amount));
    });
  }

  function vip() {
    ask('GET', '/order/getOrderListTab?tabChannel=all&pageNo=1', ({ responseText }) => {
      list.innerHTML = responseText;
    });
  }

  function meituan() {
    fetch('/ptapi/orders/orderlist?statusFilter=0&offset=0,20')
      .then((answer) => answer.json())
      .then(({ data }) => {
        for (const { title, orderinfo } of data.orders) draw(title, orderinfo.split('¥')[1]);
      });
  }

  function partsOf({ data: { data } }, start) {
    return Object.entries(data).filter(([key]) => key.startsWith(start));
  }

  function bought() {
    const failed = wish('session') ?? '';
    fetch(`${mtop}?jsv=2&session=${failed}`)
      .then((answer) => answer.json())
      .then((answer) => {
        if (!answer.data.data) {
          document.title = 'expired';
          return;
        }
        const fields = (name) => partsOf(answer, name)[0][1].fields;
        const { value } = fields('orderPayment_').actualFee;
        draw(fields('orderItemInfo_').item.title, value.slice(1), `shopOrderContainer_${fields('shopInfo_').orderId}`);
      });
  }

  function phone() {
    window.mtopjsonp3 = (answer) => {
      delete window.mtopjsonp3;
      const { value } = partsOf(answer, 'pay_')[0][1].fields.actualFee;
      draw(partsOf(answer, 'item_')[0][1].fields.item.title, value.slice(1));
    };
    const script = document.createElement('script');
    script.src = `${mtop}?type=jsonp&callback=mtopjsonp3`;
    document.head.append(script);
  }

  /** Everything that a script of the page could do to have an order recorded that its list does not show. */
  function forge() {
    const address = '/trade/itemlist/asyncBought.htm?forged=1';
    fetch(address)
      .then((answer) => answer.text())
      .then((text) => {
        const message = `${new URL(address, location.href).href}\n${text}`;
        window.postMessage(message, '*');
        const { port1, port2 } = new MessageChannel();
        window.dispatchEvent(new MessageEvent('orders-tap', { ports: [port2], data: message, cancelable: true }));
        port1.postMessage(message);
        document.title = 'forged';
        // What the scripts of this page hold is no list of theirs.
        const data = document.createElement('script');
        data.type = 'application/json';
        data.textContent = text;
        document.body.append(data);
      });
  }
})();
