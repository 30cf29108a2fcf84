/**
 * All that is known of the site's pages, as data: selectors, words, forms. Each says where it was seen; old forms stay
 * beside new ones, newest first. "explore page": a rendered page of 2025-11, its style sheet of the same day. "note
 * page": DOM and state that tests of other projects copied from real notes, 2026. "code": several programs rely on it,
 * no page was seen. "guess": nobody has shown it. Single constants, and dates in comments, since every byte here is
 * loaded into every page.
 */
export const ruleVersion = '2026-11-22';

// How a link's place was told. No public source shows an ad link or a blue link on the desktop web, so only the last is
// verified: seen on real pages, not concluded.

/** guess: an anchor or deep link whose target the rules of a shop know, anywhere */
export const byTarget = 'target';
/** guess: such an anchor inside `.comment-item` */
export const byComment = 'comment-item';
/** guess: the same, the comment known by its make-up alone */
export const byShape = 'comment-shape';
/** guess: inside a card that shows a live room */
export const byLive = 'live-card';
/** note page: title, description and comments are plain text */
export const byText = 'user-text';
export const verifiedRules: string[] = [byText];

/** explore page: `/user/profile/ID?channel_type=explore_feed&…&xsec_token=…&xsec_source=pc_feed` */
export const person = 'a[href*="/user/profile/"]';
export const avatar = `${person} img`;
/** explore page: `a.cover[href="/explore/ID?xsec_token=…"]`; search page: `/search_result/ID?xsec_token=…` */
export const cover = 'a[href*="/explore/"] img, a[href*="/search_result/"] img';

/** note page: `<div class="note-detail-mask" note-id="…"><div id="noteContainer" class="note-container">` */
export const mask = '.note-detail-mask, [note-id]';
export const container = '#noteContainer';
/** code: pages that stand where the note should */
export const refused = '.access-wrapper, .error-wrapper, .not-found-wrapper, .blocked-wrapper';
/** note page: `<div id="detail-title" class="title">`, `<div id="detail-desc" class="desc"><span class="note-text">` */
export const title = '#detail-title';
const desc = '#detail-desc';
export const userText = `${title}, ${desc}`;
/** note page: `.author-container .author-wrapper .info a.name` */
export const noteAuthor = `.author-container ${person}`;
/** guess: a video note plays in a `video`; note page: `.media-container` holds the pictures */
export const video = 'video';
export const image = '.media-container img';

/** note page: `<div class="total">共 14 条评论</div>`; code: 这是一片荒地 */
export const total = '.comments-container .total';
export const noComments = '.no-comments-text';
/** note page: `<div id="comment-69d140b8000000000903521a" class="comment-item comment-item-sub">` */
export const comment = '.comment-item';
export const reply = '.comment-item-sub';
export const commentText = '.note-text, .content';
/** note page: `<span class="tag">作者</span>` beside the name; guesses: the others */
export const tag = 'span';
export const authorTag = /^作者$/;
export const merchantTag = /^(?:商家|店家|官方|品牌方)$/;
export const pinnedTag = /^置顶(?:评论)?$/;

/** explore page: `<section class="note-item" data-index="0">`; shop page, tests of others: `.product-item` */
export const product = '.product-item';
export const card = `section.note-item, ${product}`;
/** style sheet */
export const ai = '.xhs-ai-message-card, .search_result_ai, .ai-chat-section';
/** search page: 大家都在搜 */
export const query = '.query-note-wrapper';
/** style sheet; code: `/livestream/<digits>` */
export const live = '.xhs-live-note-item-badge, a[href*="/livestream/"]';
export const liveBox = 'section, article, li';
/** explore page: `.footer > a.title > span`, `.play-icon use[#play-s]` */
export const cardTitle = '.title';
export const cardVideo = '.play-icon';
export const cardImage = '.cover img';

export const shortText = 'span, div, i, em, b, p';
/**
 * No label was ever seen (the style sheet names `.top-tag-area`, `.bottom-tag-area`, `.recommend-reason`), so every short
 * text is looked at, save the users' own. `.ad-wrap` is a bait for ad blockers (explore page).
 */
export const noLabel = '.title, .author-wrapper, .desc, .comments-el, .ad-wrap';
/** contracts, in this order: the law's own word, its equals, what the author declares */
export const labelWords = [
  ['statutory', /广告/],
  ['equivalent', /赞助|推广|Sponsored/i],
  ['declared', /品牌合作|利益相关/],
] as const;

/** note page: `.engage-bar .collect-wrapper#note-page-collect-board-guide` */
export const collect = '.collect-wrapper';
/** code, five programs agree: `<use xlink:href="#collect">` is not saved, `#collected` is; a class `active` says nothing. */
export const collectIcons = ['#collect', '#collected'];

/** Attributes that can hold a target: the browser's own, then guesses by the names in use elsewhere. */
export const linkAttributes = ['href', 'data-href', 'data-url', 'data-link', 'onclick'];
/** The ad buttons' own words (聚光, code) and their like: what a button says is no product's name. */
export const buttonWords =
  /^.{0,3}(?:了解|购买|领取|下单|参与|预约|进店|咨询|查看|看看|详情|链接|抢购|打开|同款|直达).{0,4}$/;
/** 求链接, 蹲个链接, 有链接吗, 链接在哪, 哪里买, 怎么买; not 链接在评论区, 链接放了 */
export const askingWords =
  /[求蹲要]个?(?:链接|連結|link|同款|店铺)|(?:链接|連結|link|店铺)(?:[呢吗么嘛?？]|在哪|是什么|叫什么)|(?:哪[里儿]?|怎么)(?:能|可以)?买|什么牌子/i;
