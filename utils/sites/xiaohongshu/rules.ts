/**
 * All that is known of the site's pages, as data. Each line says when and where it was seen; old forms stay, newest
 * first. Sources: "explore page" is a rendered page of 2025-11, "note page" the DOM and state that tests of other
 * projects copied from real notes (2026), "code" means that several programs rely on it and no page was seen.
 */
export const ruleVersion = '2026-11-22';

export interface Rule {
  id: string;
  date: string;
  origin: string;
  /** Seen on a real page, not only concluded. */
  verified: boolean;
}

/** No public source shows how an ad link or a blue link looks on the desktop web, hence `verified: false`. */
export const linkRules = {
  /** Anchor or deep link whose target a shop's rules know; anywhere. */
  target: { id: 'target', date: '2026-11-22', origin: 'concluded', verified: false },
  /** The comment is known by `.comment-item`. */
  comment: { id: 'comment-item', date: '2026-11-22', origin: 'note page', verified: false },
  /** The comment is known by its make-up alone: one person's avatar, and none of the note's own parts. */
  commentShape: { id: 'comment-shape', date: '2026-11-22', origin: 'concluded', verified: false },
  live: { id: 'live-card', date: '2026-11-22', origin: 'code', verified: false },
  noteText: { id: 'note-text', date: '2026-11-22', origin: 'note page', verified: true },
  commentText: { id: 'comment-text', date: '2026-11-22', origin: 'note page', verified: true },
} satisfies Record<string, Rule>;

export const selectors = {
  // note page: `<div class="note-detail-mask" note-id="…"><div id="noteContainer" class="note-container">`
  mask: '.note-detail-mask, [note-id]',
  // mobile, code: `.narmal-note-container` (their spelling)
  note: '#noteContainer, .note-container, .note-view-container, .narmal-note-container',
  // note page: `<div id="detail-title" class="title">`, `<div id="detail-desc" class="desc"><span class="note-text">`
  title: '#detail-title',
  desc: '#detail-desc',
  // note page: `.author-container .author-wrapper .info a.name`; mobile, code: `.author-box`
  noteAuthor: '.author-container a[href*="/user/profile/"], .author-box a[href*="/user/profile/"]',
  video: 'video, .media-container .player-container, .xgplayer',
  image: '.media-container img, .note-slider, .swiper-slide',
  // note page: `<div class="total">共 14 条评论</div>`
  total: '.comments-container .total',
  // code: 这是一片荒地
  noComments: '.no-comments-text',
  // note page: `<div id="comment-69d140b8000000000903521a" class="comment-item comment-item-sub">`
  comment: '.comment-item',
  reply: '.comment-item-sub, .reply-container .comment-item',
  commentText: '.note-text, .content',
  commentTag: 'span, div, i, em, b',
  commentAuthor:
    '.author-wrapper a[href*="/user/profile/"], .author a[href*="/user/profile/"], a[href*="/user/profile/"]',
  // explore page: `<section class="note-item" data-index="0">`; shop page, tests of others: `.product-item`;
  // styles of the explore page name the AI cards
  card: 'section.note-item, .product-item, .feeds-container > .xhs-ai-message-card, .feeds-container > .search_result_ai, .feeds-container > .ai-chat-section',
  // search page: "大家都在搜"
  queryCard: '.query-note-wrapper',
  aiCard: '.xhs-ai-message-card, .search_result_ai, .ai-chat-section',
  liveBox: 'section.note-item, li, article, section',
  // styles of the explore page; code: `/livestream/<digits>`
  liveCard: '.xhs-live-note-item-badge, a[href*="/livestream/"], [href^="xhsdiscover://live_audience"]',
  // explore page: hidden `a[href="/explore/ID"]` first, `a.cover[href="/explore/ID?xsec_token=…"]` after it
  cardNote: 'a[href*="/explore/"], a[href*="/search_result/"], a[href*="/discovery/item/"], a[href*="/user/profile/"]',
  cardCover: 'a[href*="/explore/"] img, a[href*="/search_result/"] img, a[href*="/discovery/item/"] img',
  // explore page: `.footer > a.title > span`, `a.author[href^="/user/profile/"]`, `.play-icon use[#play-s]`
  cardTitle: '.title',
  cardAuthor: 'a.author[href*="/user/profile/"]',
  cardVideo: '.play-icon',
  product: '.product-item',
  goods: 'a[href*="/goods-detail/"]',
  // no label was ever seen; styles of the explore page name `.top-tag-area`, `.bottom-tag-area` and `.recommend-reason`
  // as places for one, so every short text is looked at that is not a user's
  labelPart: 'span, div, i, em, b, p',
  cardText: '.title, .author, .author-wrapper, .count',
  noteText: '#detail-title, #detail-desc, .comments-el, .comments-container, .author-container, .ad-wrap',
  userText: '#detail-title, #detail-desc',
  person: 'a[href*="/user/profile/"]',
  avatar: 'a[href*="/user/profile/"] img',
  // note page: `.interactions.engage-bar … .collect-wrapper#note-page-collect-board-guide`
  collect: '.collect-wrapper, #note-page-collect-board-guide',
  // code: pages that stand where the note should
  refused: '.access-wrapper, .error-wrapper, .not-found-wrapper, .blocked-wrapper',
} as const;

/** Attributes that can hold a target; the first are the browser's own, the others are guesses by the names in use. */
export const linkAttributes = [
  'href',
  'data-href',
  'data-url',
  'data-link',
  'data-target-url',
  'data-deeplink',
  'onclick',
];

/** code, five programs agree: `<use xlink:href="#collect">` is not saved, `#collected` is; the class `active` says nothing. */
export const collectIcons: Record<string, boolean> = { '#collect': false, '#collected': true };

export const words = {
  // note page: `<span class="tag">作者</span>`
  author: ['作者', 'Author'],
  // guesses
  merchant: ['商家', '店家', '店铺', '官方', '品牌', '品牌方'],
  pinned: ['置顶', '置顶评论', 'Pinned'],
  // names of the ad buttons (聚光, code), and the like: what a button says is no product's name
  button:
    /^(?:去|立即|点击|点我|马上)?(?:了解详情|购买同款|领取补贴|优惠下单|参与|购买|领取|预约|进店看看|咨询|查看|看看|查看详情|查看商品|详情|链接|网页链接|商品链接|下单|抢购|直达|去购买|购物|同款|打开|打开app)[>›→ ]*$/i,
  // asks for a link: 求链接 蹲个链接 有链接吗 链接在哪 哪里买 怎么买; not 链接在评论区, 链接放了
  asks: /[求蹲要](?:一?[个下波]|同款|商品|购买)?(?:链接|連結|link|同款|店铺|口令)|(?:有没有|[有发给])个?(?:链接|連結|link|店铺)[吗嘛么不呢啊?？]|(?:链接|連結|link|店铺)(?:[呢吗?？]|在哪|是什么|叫什么|有吗)|(?:哪[里儿]?|怎么)(?:可以|能)?买|哪里有卖|在哪.?里?买|什么牌子|where (?:to|can i|did you) (?:buy|get)|link please/i,
  // kinds of contracts in this order: the law's own word, its equals, what the author says himself
  statutory: /广告|廣告/,
  equivalent: /赞助|贊助|推广|推廣|Sponsored/i,
  declared: /品牌合作|利益相关|利益相關/,
};
