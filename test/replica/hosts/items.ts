import { findItem } from '../data/items';
import { notFound, page } from '../reply';
import type { Item, PageRequest, Reply } from '../types';
import { withMtop } from './shops';
import { jdItem, meituanItem, pddItem, shopHome, taobaoItem, vipItem } from '../views/items';

type View = (item: Item) => ReturnType<typeof jdItem>;

export function jd({ path }: PageRequest): Reply {
  return show(findItem('jd', numberIn(path)), jdItem);
}

/** Both hosts show every item of the shared space, each under its own name. */
export function taobao({ path, query }: PageRequest): Reply {
  return path === '/item.htm' ? withMtop(show(findItem('ali', query.get('id') ?? ''), taobaoItem)) : notFound();
}

export function pinduoduo({ path, query }: PageRequest): Reply {
  return path.startsWith('/goods')
    ? show(findItem('pdd', query.get('goods_id') ?? ''), pddItem)
    : page(shopHome('拼多多'));
}

export function vipshop({ path }: PageRequest): Reply {
  return show(findItem('vip', /^\/detail-\d+-(\d+)\.html$/.exec(path)?.[1] ?? ''), vipItem);
}

export function meituan({ path }: PageRequest): Reply {
  return show(findItem('mt', /^\/deal\/(\d+)\.html$/.exec(path)?.[1] ?? ''), meituanItem);
}

function show(item: Item | undefined, view: View): Reply {
  return item === undefined ? notFound() : page(view(item));
}

function numberIn(path: string): string {
  return /^\/(\d+)\.html$/.exec(path)?.[1] ?? '';
}
