import type { OrderForm } from '../order-form';

// 2026, api.m.jd.com functionId=order_list_m, known from code only (fixture jd-order_list_m.inferred.json).
// It states neither amount nor time.
export const mobileList: OrderForm = {
  name: 'mobile-list',
  orderId: 'orderId',
  shop: 'shopInfo.shopName',
  status: 'orderStatusInfo.orderStatusName',
  lines: 'wareInfoList',
  itemId: 'skuId',
  skuId: 'skuId',
  title: 'wareName',
  quantity: 'num',
};
