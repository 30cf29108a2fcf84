import type { OrderForm } from '../order-form';

// 2018, order.vip.com, known from code only (fixture vip-getOrderListTab.inferred.html): one tbody[data-ordersn] per
// order. data-receiver and data-mobile have no place here.
export const orderList: OrderForm = {
  name: 'order-list',
  orderId: '@data-ordersn',
  paid: '@data-money',
  orderedAt: '.order-gen-date',
  status: '.purple',
  pieces: '@data-sizeamount',
  lines: '.order-bd .name',
  itemId: '@href|a@href',
  title: '',
};
