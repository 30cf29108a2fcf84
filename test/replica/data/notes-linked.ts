import type { NoteSpec } from '../types';
import { authorComment, comment } from './comments';
import { items } from './items';
import { adLink, blueLink, deepLink, goodsCard, inText, onTaobao, shopEntry, shortLink } from './links';
import { note, noteWith } from './note';

/** The note a newcomer sees first: an ad link with attribution, a pinned blue link, a reader who asks, 96 comments. */
const bedroom = noteWith(1, (base) => ({
  title: '租房党必看｜花小钱把卧室改成睡眠充电站',
  body: [
    '搬来上海的第三年，终于舍得给 8 平米的小卧室换一盏像样的灯。',
    '白光换成 3000K 暖光之后，整个房间都慢下来了：墙是奶油色的，书是温的，连猫都愿意趴在床头陪我。',
    '改造清单：磨砂床头灯一盏、亚麻窗帘两米、旧毛毯一条，总共不到三百块。房东没有意见，我很有意见地睡了个好觉。',
  ],
  tags: ['租房改造', '小卧室', '氛围感'],
  art: 'lamp',
  images: 3,
  shape: 'tall',
  likes: 12043,
  collects: 3358,
  commentsDeclared: 96,
  label: { text: '广告', kind: 'statutory' },
  links: [adLink(items.lamp, '购买同款', '_self')],
  comments: [
    authorComment(base, 1, { text: '好多姐妹问床头的蜡烛，放这里啦：', pinned: true, links: [blueLink(items.candle)] }),
    comment(base, 2, {
      text: '求链接！床头那盏灯太好看了',
      asksForLink: true,
      likes: 214,
      replies: [
        authorComment(base, 3, { text: '图下面就有哦' }),
        comment(base, 4, { text: '蹲，同求' }),
        comment(base, 5, { text: '已经买了，比图里还暖' }),
      ],
    }),
    comment(base, 6, { text: '八平米居然能这么好看，我的八平米像仓库', likes: 98 }),
    comment(base, 7, {
      text: '猫是送的吗',
      likes: 421,
      replies: [authorComment(base, 8, { text: '猫是房东，我是送的' })],
    }),
  ],
}));

const serum = noteWith(2, (base) => ({
  title: '烂脸三个月，我把护肤步骤砍到只剩三步',
  body: ['停掉所有刷酸，只留洁面、精华、面霜。', '第 10 天泛红退了，第 28 天敢素颜下楼。个体差异很大，先做耳后测试！'],
  tags: ['敏感肌', '精简护肤'],
  art: 'serum',
  likes: 8421,
  collects: 12_345, // shown as 1.2万, one more or less
  commentsDeclared: 43,
  label: { text: '赞助', kind: 'equivalent' },
  links: [adLink(items.serum, '领取补贴', '_blank')],
  comments: [
    comment(base, 1, { text: '精华是哪一款呀，求个链接', asksForLink: true }),
    comment(base, 2, { text: '精简护肤 yyds，折腾一年不如什么都不涂' }),
  ],
}));

const tote = note(3, {
  title: '背了两年的帆布包，洗到发白也舍不得换',
  body: ['能装 14 寸电脑、雨伞、饭盒和一本不会翻开的书。', '水洗之后越来越软，像一件穿旧的衬衫。'],
  tags: ['通勤包', '帆布包'],
  art: 'bag',
  links: [deepLink(items.bag, '了解详情', '_self')],
});

const tissue = note(4, {
  title: '家庭囤货｜纸巾单包 1.08 元的算法',
  body: ['算单价要看层数和张数，不要看包数。', '这一箱四层 24 包，按百抽算下来最划算，够一家三口用一个季度。'],
  tags: ['囤货', '省钱'],
  art: 'box',
  links: [deepLink(items.tissue, '优惠下单', '_self')],
});

const kettle = note(5, {
  title: '手冲咖啡新手，第一只壶应该花在控温上',
  body: ['水温差 5℃，酸和苦就是两杯咖啡。', '细口出水稳，手抖的人也能画圈。'],
  tags: ['手冲咖啡', '咖啡器具'],
  art: 'kettle',
  links: [deepLink(items.kettle, '了解详情', '_blank')],
});

const earbuds = note(6, {
  title: '戴了 30 天开放式耳机，终于听见了公交报站',
  body: ['跑步、做饭、遛狗都能戴，耳道不闷。', '缺点：地铁里基本等于没戴。'],
  tags: ['蓝牙耳机', '运动'],
  art: 'earbuds',
  media: 'video',
  links: [shortLink(items.earbuds, '购买同款', '_self')],
});

const mask = note(7, {
  title: '鼻子黑头护理｜一周一次就够了',
  body: ['热毛巾敷 3 分钟，再薄涂 8 分钟，别等它干裂。', '洗完一定要补水。'],
  tags: ['清洁面膜'],
  art: 'jar',
  links: [shortLink(items.mask, '立即购买', '_blank')],
});

const coat = note(8, {
  title: '155 小个子的大衣，下摆停在膝盖上两指',
  body: ['试了 11 件，肩线、下摆、腰带位置缺一不可。', '燕麦驼比焦糖色更挑灯光，但更不挑人。'],
  tags: ['小个子穿搭', '大衣'],
  art: 'coat',
  label: { text: '品牌合作', kind: 'declared' },
  links: [adLink(items.coat, '进店看看', '_blank')],
});

const hotpot = note(9, {
  title: '静安寺走路 6 分钟，人均 70 吃到扶墙',
  body: ['牛油锅底可以做半份，两个人点双人餐刚好。', '周五七点要排 40 桌，建议五点半到。'],
  tags: ['上海美食', '火锅'],
  art: 'bowl',
  shape: 'square',
  links: [adLink(items.hotpot, '优惠下单', '_blank')],
});

/** Blue links only: one in a reader's comment, one in a reply that is hidden until 展开 is clicked. */
const makeup = noteWith(10, (base) => ({
  title: '散粉怎么定妆才不像刮腻子',
  body: ['先按压再扫，刷子要大、要松、要抖掉余粉。'],
  tags: ['底妆', '化妆刷'],
  art: 'brush',
  commentsDeclared: 31,
  comments: [
    comment(base, 1, { text: '我用的是这把，蓬松不扎脸', links: [blueLink(items.brush)] }),
    comment(base, 7, { text: '姐妹们好呀，这把已经补货啦', byMerchant: true, links: [blueLink(items.mug)] }),
    comment(base, 2, {
      text: '桌上的围巾也想要，哪里买的',
      asksForLink: true,
      replies: [
        comment(base, 3, { text: '同问同问' }),
        authorComment(base, 4, { text: '在这里，冬天正好：', links: [blueLink(items.scarf)] }),
      ],
    }),
  ],
}));

const teapot = note(11, {
  title: '柴烧侧把壶开壶第一泡，松烟味比茶先到',
  body: ['壶是一窑的师傅拉的坯，落灰每一把都不一样。', '养了两周，出水越来越利落。'],
  tags: ['茶器', '柴烧'],
  art: 'teapot',
  links: [goodsCard(items.teapot), shopEntry('vendor', 1, '一窑器物')],
});

const studio = note(12, {
  title: '开店第 400 天，把工作室搬进了老厂房',
  body: ['窗户朝北，光线一整天都是软的。', '欢迎来玩，周末有拉坯体验。'],
  tags: ['主理人日常', '陶艺'],
  art: 'window',
  links: [shopEntry('shop', 1, '进店看看')],
});

/** Many platforms in one note; the lamp is the bedroom note's, the Taobao address is the serum note's item. */
const gifts = note(13, {
  title: '百元以内的入伙礼物，送了五家没有一家吃灰',
  body: ['送礼原则：用得掉、不占地、颜色不出错。', '按预算从低到高排好了，自己拿。'],
  tags: ['入伙礼物', '好物合集'],
  art: 'gift',
  images: 4,
  links: [
    adLink(items.tissue, '竹纤维抽纸', '_blank'),
    onTaobao(items.serum, '修护精华'),
    deepLink(items.lamp, '床头小夜灯', '_blank'),
    adLink(items.coat, '羊毛大衣', '_blank'),
    goodsCard(items.mug),
  ],
});

/** Links in the author's words: nothing to click, so no anchor finds them. */
const words = note(14, {
  title: '手账人看过来，这本布面本子真的不洇墨',
  body: [
    '店主不让放链接，复制这段去搜吧：￥Kq7mZt2XwRb￥',
    `实在找不到的：${items.notebook.url} （不是广告，自己花钱买的）`,
  ],
  tags: ['手账', '文具'],
  art: 'book',
  links: [inText('text-token', '￥Kq7mZt2XwRb￥'), inText('text-link', items.notebook.url, items.notebook)],
});

/** Opened directly, its state script is there early and empty; the page fills in a moment later. */
const late = note(15, {
  title: '阳台种菜 90 天，薄荷已经统治了世界',
  body: ['罗勒怕冷、迷迭香怕涝，只有薄荷什么都不怕。', '充电小水泵一天两次，每次三分钟。'],
  tags: ['阳台种菜'],
  art: 'plant',
  state: 'late',
  links: [adLink(items.charger, '立即购买', '_self')],
});

/** Its state script is there at once, with half of the note still `undefined`. */
const partial = note(16, {
  title: '宿舍书桌改造，只动了灯和插座',
  body: ['桌面留白一半，心里就清爽一半。', '充电器换成小方块，线终于不打结了。'],
  tags: ['书桌改造'],
  art: 'desk',
  state: 'part',
  links: [adLink(items.charger, '购买同款', '_blank')],
});

export const linkedNotes: readonly NoteSpec[] = [
  bedroom,
  serum,
  tote,
  tissue,
  kettle,
  earbuds,
  mask,
  coat,
  hotpot,
  makeup,
  teapot,
  studio,
  gifts,
  words,
  late,
  partial,
];
