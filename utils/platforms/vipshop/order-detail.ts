import type { OrderForm } from '../order-form';

// 2018, order.vip.com/detail/info?ordersn=, known from code only (fixture made-vip-detail.json).
export const orderDetail: OrderForm = {
  name: 'order-detail',
  orderId: 'orderSummary.result.object.sn',
  paid: 'orderSummary.result.object.amount',
  orderedAt: 'order_create_time',
  status: 'orderSummary.result.object.status_name',
  lines: 'goodsList.result.object.goods_list',
  itemId: 'goodsURL|goods_id',
  title: 'good_name',
  quantity: 'piece',
};
