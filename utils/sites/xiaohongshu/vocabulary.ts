import type { Vocabulary } from '../scrub/types';
import { asksForLink } from './comments';
import { readCount, readTotal } from './counts';
import * as rules from './rules';
import { parseState, stateName } from './state';

const longestOwn = 24;
const longestCount = 6;

/** Of classes and ids of its pages, of keys and kinds of its state, of its addresses (fixtures, field notes). */
const words = `ai ca career corp elementtiming fitness gaming icp love lottie medium movie tv exact graphic www al app apm as aweme bottom cdn chat com cosmetics ctx discovery dynpath edith el explore fashion fav fe fls food
fws global homefeed hot household initial livelist livestream ld mf mobile namespace nio onebox otherinfo pc pgy picasso
qc reds rednote rednotecdn sec sns sub swiper toc topics travel vendor video webpic xgplayer xhs xhscdn xhsdiscover
xiaohongshu xsec red ranchi onix carousel narmal note noteitem launcher ssr webp heic avif zh cn tw hk`;

/** Words that stand on the site's own buttons, tabs and cards. */
const ownWords =
  /^(?:发现|发布|通知|直播|直播中|大家都在搜|关注|已关注|回复|赞|收藏|评论|分享|笔记|点赞|专辑|推荐|穿搭|美食|彩妆|影视|职场|情感|家居|游戏|旅行|健身|全部|图文|视频|用户|筛选|刷新|登录|更多|活动|创作中心|业务合作|商品|店铺|商家|说点什么\.\.\.|- THE END -|这是一片荒地.{0,8}|共 ?\d{1,4} ?篇|展开 ?\d{1,4} ?条回复|当前笔记暂时无法浏览|TA ?还没有发布任何内容哦?|没有找到相关内容|直播已结束|该评论已删除)$/;
const times =
  /^(?:编辑于 ?)?(?:刚刚|\d{1,2} ?(?:[秒天周年]|分钟|小时|个月)前|[昨今前]天(?: ?\d{1,2}:\d{2})?|(?:\d{4}-)?\d{2}-\d{2}(?: \d{1,2}:\d{2})?)$/;

const forms = [
  ...[rules.labelForm, rules.buttonForm, rules.authorTag, rules.merchantTag, rules.pinnedTag, rules.buyerTag],
  ...[rules.ownWords, ownWords, times],
];

/** How many comments a note says that it has, beside how many are read. */
function isCount(key: string, value: string): boolean {
  return key === 'commentCount' && value.length <= longestCount && readCount(value) !== undefined;
}

/** Half a state is none. */
function parse(text: string): unknown {
  try {
    return parseState(text);
  } catch {
    return undefined;
  }
}

export const vocabulary: Vocabulary = {
  isOwn: (text) =>
    text.length <= longestOwn && (readTotal(text) !== undefined || forms.some((form) => form.test(text))),
  units: `${rules.card}, ${rules.container}`,
  words,
  isCount,
  asksForLink,
  asking: '求链接',
  shopWords:
    /淘宝|淘寶|天猫|京东|京東|拼多多|唯品会|美团|小红书|抖音|快手|得物|闲鱼|飞猪|考拉|苏宁|复制|複製|打开|打開|咑開|开啟/,
  readState: (script) => {
    const at = script.search(/\{/);
    return stateName.test(script.slice(0, at)) ? { text: script.slice(at), value: parse(script.slice(at)) } : undefined;
  },
};
