import type { Item, LinkSpec, Platform } from '../types';
import { goodsId } from './ids';

interface Row {
  platform: Platform;
  id: string;
  title: string;
  shop: string;
  yuan: number;
  art: string;
}

const spaces: Record<Platform, string> = {
  taobao: 'ali',
  tmall: 'ali',
  jd: 'jd',
  pinduoduo: 'pdd',
  vipshop: 'vip',
  meituan: 'mt',
  xiaohongshu: 'xhs',
};

/** The first number of a Vipshop address changes with every sale; only the second is the item. */
export const vipBrand = '1711548839';

const urls: Record<Platform, (id: string) => string> = {
  taobao: (id) => `https://item.taobao.com/item.htm?id=${id}`,
  tmall: (id) => `https://detail.tmall.com/item.htm?id=${id}`,
  jd: (id) => `https://item.jd.com/${id}.html`,
  pinduoduo: (id) => `https://mobile.yangkeduo.com/goods.html?goods_id=${id}`,
  vipshop: (id) => `https://detail.vip.com/detail-${vipBrand}-${id}.html`,
  meituan: (id) => `https://www.meituan.com/deal/${id}.html`,
  xiaohongshu: (id) => `https://www.xiaohongshu.com/goods-detail/${id}`,
};

function item(row: Row): Item {
  const { platform, id, title, shop, art } = row;
  return {
    platform,
    id,
    key: `${spaces[platform]}:${id}`,
    title,
    shop,
    priceFen: Math.round(row.yuan * 100),
    art,
    url: urls[platform](id),
  };
}

/** Everything that can be bought here. Brands and shops are made up. */
export const items = {
  lamp: item({
    platform: 'jd',
    id: '100081234561',
    title: '暖屿 月光磨砂床头灯 无极调光 USB充电氛围小夜灯',
    shop: '暖屿京东自营旗舰店',
    yuan: 129,
    art: 'lamp',
  }),
  kettle: item({
    platform: 'jd',
    id: '100081234572',
    title: '知水 细口手冲壶 控温电热水壶 0.8L 暮色绿',
    shop: '知水生活电器旗舰店',
    yuan: 269,
    art: 'kettle',
  }),
  earbuds: item({
    platform: 'jd',
    id: '100081234583',
    title: '听野 开放式蓝牙耳机 不入耳 运动通勤 云雾白',
    shop: '听野数码京东自营旗舰店',
    yuan: 339,
    art: 'earbuds',
  }),
  rice: item({
    platform: 'jd',
    id: '100081234594',
    title: '稻浪 五常香米 当季新米 真空装 5kg',
    shop: '京东自营',
    yuan: 79.9,
    art: 'sack',
  }),
  towel: item({
    platform: 'jd',
    id: '100081234605',
    title: '絮语 长绒棉毛巾 加厚吸水 两条装',
    shop: '京东自营',
    yuan: 39.9,
    art: 'box',
  }),
  charger: item({
    platform: 'jd',
    id: '100081234616',
    title: '小方块 65W 氮化镓充电器 双口快充',
    shop: '小方块数码旗舰店',
    yuan: 99,
    art: 'box',
  }),
  serum: item({
    platform: 'tmall',
    id: '724618390251',
    title: '芙蕖里 积雪草舒缓修护精华液 30ml 敏感肌可用',
    shop: '芙蕖里旗舰店',
    yuan: 199,
    art: 'serum',
  }),
  mask: item({
    platform: 'tmall',
    id: '731905548802',
    title: '晨露集 白泥清洁面膜 涂抹式 去黑头 100g',
    shop: '晨露集旗舰店',
    yuan: 89,
    art: 'jar',
  }),
  bag: item({
    platform: 'taobao',
    id: '698215037714',
    title: '手作帆布托特包 大容量通勤单肩 复古燕麦色',
    shop: '山茶布铺',
    yuan: 78,
    art: 'bag',
  }),
  cup: item({
    platform: 'taobao',
    id: '702386611945',
    title: '粗陶马克杯 手工釉色 带盖办公室水杯',
    shop: '一窑陶器',
    yuan: 46.5,
    art: 'cup',
  }),
  notebook: item({
    platform: 'taobao',
    id: '715540028836',
    title: '布面手账本 A5 横线 加厚不洇墨',
    shop: '书页文具店',
    yuan: 28.8,
    art: 'book',
  }),
  tissue: item({
    platform: 'pinduoduo',
    id: '528164903377',
    title: '竹语本色抽纸 加厚4层 24包整箱 家用面巾纸',
    shop: '竹语纸品官方店',
    yuan: 25.9,
    art: 'box',
  }),
  coat: item({
    platform: 'vipshop',
    id: '6920012398457239809',
    title: '素年 双面羊毛大衣 中长款 燕麦驼',
    shop: '素年女装',
    yuan: 629,
    art: 'coat',
  }),
  hotpot: item({
    platform: 'meituan',
    id: '1048576233',
    title: '巷子里老火锅 双人餐 牛油锅底+八荤八素',
    shop: '巷子里老火锅（静安店）',
    yuan: 138,
    art: 'bowl',
  }),
  candle: item({
    platform: 'xiaohongshu',
    id: goodsId(1),
    title: '慢火 手工大豆香薰蜡烛 雨后松林 180g',
    shop: '慢火香氛',
    yuan: 88,
    art: 'candle',
  }),
  brush: item({
    platform: 'xiaohongshu',
    id: goodsId(2),
    title: '软毫 羊毛散粉刷 大号蓬松 不扎脸',
    shop: '软毫美妆工具',
    yuan: 59,
    art: 'brush',
  }),
  teapot: item({
    platform: 'xiaohongshu',
    id: goodsId(3),
    title: '一窑 手拉坯侧把茶壶 柴烧 家用泡茶',
    shop: '一窑器物',
    yuan: 168,
    art: 'teapot',
  }),
  scarf: item({
    platform: 'xiaohongshu',
    id: goodsId(4),
    title: '织里 羊绒格纹围巾 双面 200×70cm',
    shop: '织里围巾铺',
    yuan: 239,
    art: 'scarf',
  }),
  mug: item({
    platform: 'xiaohongshu',
    id: goodsId(5),
    title: '一窑 釉下彩对杯 礼盒装',
    shop: '一窑器物',
    yuan: 128,
    art: 'cup',
  }),
} satisfies Record<string, Item>;

const all: readonly Item[] = Object.values(items);

const inSpace = new Map(all.map((entry) => [entry.key, entry]));

/** By item space, so that Taobao's and Tmall's hosts both show an item of the other. */
export function findItem(space: string, id: string): Item | undefined {
  return inSpace.get(`${space}:${id}`);
}

export function listItems(): readonly Item[] {
  return all;
}

/** What a link leads to, also where the link does not open it. */
export function findItemOf({ opens, itemKey }: LinkSpec): Item | undefined {
  return opens.item ?? all.find((entry) => entry.key === itemKey);
}
