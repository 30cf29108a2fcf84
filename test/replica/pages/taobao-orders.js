// Draws the old list from `data` and, as the real page does, changes `data` while it is at it.
(() => {
  const root = document.querySelector('#J_bought_main');
  root.replaceChildren(...window.data.mainOrders.map(orderBox));
  const next = make('button', 'pagination-next');
  next.textContent = '下一页';
  next.addEventListener('click', turn);
  root.after(next);

  // The later pages come in GBK, which the header says.
  function turn() {
    const request = new XMLHttpRequest();
    request.open('POST', window.data.extra.asyncRequestUrl);
    request.onload = () => root.replaceChildren(...JSON.parse(request.responseText).mainOrders.map(orderBox));
    request.send('pageNum=2&pageSize=50');
  }

  function orderBox(order) {
    const box = make('div', 'js-order-container');
    const table = make('table', 'bought-wrapper-mod__table___x1');
    box.dataset.id = order.id;
    box.append(table);
    if (!Array.isArray(order.subOrders)) {
      table.append(row([cell('该订单暂时无法显示')]));
      return box;
    }
    table.append(headRow(order), ...order.subOrders.map((line, index) => lineRow(order, line, index)));
    return box;
  }

  function headRow(order) {
    const head = cell('');
    head.colSpan = 5;
    head.className = 'bought-wrapper-mod__head-info-cell___x2';
    head.append(
      span('bought-wrapper-mod__create-time___x3', order.orderInfo.createDay),
      span('', `订单号: ${order.id}`),
      span('', order.seller.shopName),
    );
    return row([head]);
  }

  function lineRow(order, line, index) {
    line.quantity = { count: line.quantity };
    const first = index === 0;
    const item = cell('');
    if (line.itemInfo.pic) item.append(pictureOf(line));
    item.append(titleOf(line));
    return row([
      item,
      cell(`￥${line.priceInfo.realTotal}`),
      cell(line.quantity.count),
      cell(first ? `￥${order.payInfo.actualFee}` : ''),
      cell(first ? order.statusInfo.text : ''),
    ]);
  }

  function pictureOf({ itemInfo }) {
    const picture = document.createElement('img');
    picture.src = itemInfo.pic;
    return picture;
  }

  function titleOf({ itemInfo }) {
    const title = make('a', 'title');
    if (itemInfo.itemUrl) title.href = itemInfo.itemUrl;
    title.textContent = itemInfo.title;
    return title;
  }

  function row(cells) {
    const made = document.createElement('tr');
    made.append(...cells);
    return made;
  }

  function cell(text) {
    const made = document.createElement('td');
    made.textContent = text;
    return made;
  }

  function span(className, text) {
    const made = make('span', className);
    made.textContent = text;
    return made;
  }

  function make(tag, className) {
    const made = document.createElement(tag);
    made.className = className;
    return made;
  }
})();
