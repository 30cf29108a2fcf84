import { pick } from '../random';
import type { Person } from '../types';
import { userId } from './ids';

const names = [
  '小满的出租屋',
  '阿柚不吃柚子',
  '陈皮糖日记',
  '周末去爬山',
  '南风知意',
  '豆包妈妈',
  '一只慢半拍',
  '林间有鹿',
  '打工人小陶',
  '橘子汽水机',
  '三餐四季L',
  '今天也要早睡',
  '会做饭的阿宁',
  '成分党研究员',
  '露营老王',
  '桃气满满',
  '奶盖加双份',
  '书页折角',
  '大橘为重',
  '海盐芝士',
  '北岛来信',
  '一颗土豆丝',
  '早八人自救',
  '山茶与白',
] as const;

const places = ['上海', '广东', '浙江', '四川', '北京', '江苏', '湖北', '福建'] as const;

/** The n-th made-up person; numbers beyond the list come round with a digit. */
export function person(number: number): Person {
  const round = Math.floor(number / names.length);
  const name = pick(names, number) + (round === 0 ? '' : String(round));
  return { id: userId(number), name, place: pick(places, number * 5 + 3) };
}
