/**
 * What ad links may lead to, as five trade articles of May 2025 have it, each by its own list: they disagree, and all are
 * kept. S0 商家教程号 (undated, before 618), S1 极点商业 05-20, S2 钛媒体 05-12, S3 电厂 05-09, S4 花花小萌主.
 * By words in titles: a title that none of them knows is of no category, and of none it is said that it lies outside.
 */
interface Category {
  name: string;
  words: RegExp;
  /** Who lists it among what is open. */
  allowedBy: readonly string[];
  /** Who says that it stays inside the site. */
  keptIn: readonly string[];
}

const health = ['S0', 'S1', 'S2', 'S3'];

export const categories: readonly Category[] = [
  // 大健康 of S0–S3; S4 names the three apart, the last by white list.
  {
    name: 'healthFood',
    words:
      /保健食品|益生菌|维生素|維生素|维c|钙片|鈣片|鱼油|魚油|辅酶|褪黑素|蛋白粉|胶原|膠原|叶黄素|葉黃素|软糖.*护/iu,
    allowedBy: [...health, 'S4'],
    keptIn: [],
  },
  {
    name: 'tonics',
    words: /燕窝|燕窩|阿胶|阿膠|人参|人參|枸杞|滋补|滋補|花胶|花膠|石斛|虫草/u,
    allowedBy: [...health, 'S4'],
    keptIn: [],
  },
  {
    name: 'medical',
    words: /体检|體檢|血压计|血壓計|血糖仪|血糖儀|检测试剂|医疗器械|醫療器械|理疗|理療|雾化/u,
    allowedBy: [...health, 'S4'],
    keptIn: [],
  },
  // 大快消 of S0 and S1 is read as beauty, care and cleaning.
  {
    name: 'beauty',
    words: /口红|口紅|唇釉|粉底|面霜|精华|精華|眼影|防晒|防曬|面膜|腮红|香水|卸妆|卸妝|美妆|彩妆/u,
    allowedBy: ['S0', 'S1', 'S2', 'S3', 'S4'],
    keptIn: [],
  },
  {
    name: 'care',
    words: /洗发|洗髮|沐浴|牙膏|牙刷|身体乳|身體乳|护发|護髮|洗面奶|剃须|护手霜|護手霜/u,
    allowedBy: ['S0', 'S1', 'S2', 'S3', 'S4'],
    keptIn: [],
  },
  {
    name: 'cleaning',
    words: /洗衣液|洗洁精|洗潔精|纸巾|紙巾|清洁剂|清潔劑|除螨|消毒|香薰洗/u,
    allowedBy: ['S0', 'S1', 'S4'],
    keptIn: [],
  },
  {
    name: 'baby',
    words: /奶粉|纸尿裤|紙尿褲|婴儿|嬰兒|宝宝|寶寶|童装|童裝|奶瓶|绘本|繪本|儿童|兒童/u,
    allowedBy: ['S3', 'S4'],
    keptIn: ['S2'],
  },
  {
    name: 'sports',
    words: /跑鞋|瑜伽|瑜珈|帐篷|帳篷|露营|露營|登山|滑雪|骑行|騎行|健身|冲锋衣|衝鋒衣|折叠椅|天幕|户外|戶外/u,
    allowedBy: ['S0', 'S1', 'S2', 'S3', 'S4'],
    keptIn: [],
  },
  {
    name: 'clothes',
    words: /毛衣|外套|连衣裙|連衣裙|衬衫|襯衫|牛仔|羽绒服|羽絨服|大衣|t恤|半身裙|围巾|圍巾|女装|男装/iu,
    allowedBy: [],
    keptIn: ['S1', 'S2'],
  },
  {
    name: 'home',
    words: /沙发|沙發|台灯|檯燈|收纳|收納|床品|四件套|地毯|餐具|花瓶|马克杯|馬克杯|香薰蜡烛|家居/u,
    allowedBy: [],
    keptIn: ['S1', 'S2'],
  },
  {
    name: 'food',
    words: /咖啡|零食|茶叶|茶葉|饼干|餅乾|牛奶|巧克力|坚果|堅果|糕点/u,
    allowedBy: [],
    keptIn: ['S1', 'S2'],
  },
];

/** Of these the law asks for more: what is called knowledge and sells health 健康科普. */
export const healthNames: ReadonlySet<string> = new Set(['healthFood', 'tonics', 'medical']);

/** Words by which a note says that it teaches. */
export const knowledgeWords =
  /科普|医生|醫生|医师|营养师|營養師|养生|養生|功效|怎么补|怎麼補|专家|專家|干货|症状|症狀|调理|調理/gu;

export function categoryOf(title: string): Category | undefined {
  return categories.find(({ words }) => words.test(title));
}
