import { jd, meituan, pinduoduo, taobao, vipshop } from './hosts/items';
import { jdOrderPages, taobaoOrderPages } from './hosts/orders';
import * as shops from './hosts/shops';
import { shortLinks } from './hosts/short';
import { xiaohongshu } from './hosts/xiaohongshu';
import { staticFile } from './static-files';
import type { Host, PageRequest, Reply, World } from './types';

const table: Record<string, Host> = {
  'www.xiaohongshu.com': xiaohongshu,
  'www.rednote.com': xiaohongshu,
  'item.jd.com': jd,
  'detail.tmall.com': taobao,
  'item.taobao.com': taobao,
  'buyertrade.taobao.com': taobaoOrderPages,
  'order.jd.com': jdOrderPages,
  'h5api.m.taobao.com': shops.mtop,
  'h5.m.taobao.com': shops.phonePages,
  'cart.jd.com': shops.jdCart,
  'success.jd.com': shops.jdSuccess,
  'order.vip.com': shops.vipPages,
  'mobile.yangkeduo.com': (request, world) => shops.pddPages(request, world) ?? pinduoduo(request),
  'detail.vip.com': vipshop,
  'www.meituan.com': (request, world) => shops.meituanPages(request, world) ?? meituan(request),
  'i.meituan.com': meituan,
  'u.jd.com': shortLinks,
  's.click.taobao.com': shortLinks,
};

export const hosts: readonly string[] = Object.keys(table);

/** Undefined for a host the replica does not play. */
export function answer(request: PageRequest, world: World): Reply | undefined {
  const host = table[request.host];
  if (host === undefined) return undefined;
  if (request.path.startsWith('/replica-static/') || request.path === '/favicon.svg')
    return staticFile(request.path, world);
  return host(request, world);
}
