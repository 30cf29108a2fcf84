// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { readOrders } from '../../utils/platforms';
import { readFixture } from './fixtures';

test.each(['2026-01-05 10:00:00', '下单时间：2026-01-05 10:00:00', '下单时间：\n 2026-01-05 10:00'])(
  'Vipshop, ordered at %j',
  (time) => {
    const content = readFixture('vip-getOrderListTab.inferred.html').replace(/(?<="num order-gen-date">)[^<]*/, time);
    expect(content).toContain(`>${time}<`);
    const [found] = readOrders('https://order.vip.com/order/getOrderListTab', content).found;
    expect(found?.orderedAt).toBe(Date.parse('2026-01-05T10:00:00+08:00'));
  },
);
