import type { CardReading, PageKind } from '../../core/types';

/**
 * All that is known of the site's pages, as data: selectors, words, forms. Old forms stay beside new ones, newest first.
 * Where, when and on what each was seen stands in `rules.origin.ts`: every byte here is loaded into every page. Another
 * rule is another version: `npm run rules:keep` stores the set, `npm run rules:replay` shows what it changes.
 */
export const ruleVersion = '2026-12-01.1';

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
/** guess: a short word that stands alone, outside all words of users */
export const byLabel = 'label';
/** guess: the same, a button's */
export const byButton = 'button';
/** code, block lists: a picture from a host that serves ads */
export const byAdHost = 'ad-host';
export const verifiedRules: string[] = [byText];

/** What a path begins with. `/explore?channel_id=…`, `/user/profile/UID?tab=fav`, `/livestream/<digits>`, `/livestream/host/UID` */
export const pagePaths: Record<string, PageKind> = {
  '': 'feed',
  explore: 'feed',
  search_result: 'search',
  search_result_ai: 'search',
  user: 'profile',
  board: 'board',
  'goods-detail': 'goods',
  goods: 'goods',
  shop: 'shop',
  vendor: 'shop',
  livestream: 'live',
  livelist: 'live',
};
/** What stands before the id of a note: `/explore/ID`, `/search_result/ID`, `/discovery/item/ID`, `/user/profile/UID/ID`; code: `/board/BID/ID` */
export const notePath = /^\/(?:explore|search_result(?:_ai)?|discovery\/item|(?:user\/profile|board)\/[^/]+)\/([^/]+)/;
/** 31 of 31 note ids seen until 2026-07 are 24 hex digits; more is not asked of them. */
export const noteForm = /^[\da-f]{24}$/i;
/** 5 of 5 goods: what has this form is no note, whatever else it is. */
export const goodsForm = /^[\da-f]{14}0001[\da-f]{6}$/i;
/** Where the path says nothing, the form of the site's own note ids will do (31 of 31): goods have `0001` in the middle, shops `0015`. */
export const hintedPath = /\/([\da-f]{8}0{8}[\da-f]{8})\/?$/i;
/** `xhsdiscover://item/ID`, `xhsdiscover://item/discovery.ID?type=…` */
export const deepPath = /^xhsdiscover:\/\/item\/(?:discovery\.)?([\da-f]{24})(?![\da-f])/i;
/** Queries that say which part of a kind is shown; a keyword is the person's own and stays behind. */
export const partQueries: Partial<Record<PageKind, string[]>> = { feed: ['channel_id'], profile: ['tab', 'subTab'] };

/** explore page: `/user/profile/ID?channel_type=explore_feed&…&xsec_token=…&xsec_source=pc_feed` */
export const person = 'a[href*="/user/profile/"]';
export const avatar = `${person} img`;
/** explore page: `a.cover[href="/explore/ID?xsec_token=…"]`; search page: `/search_result/ID?xsec_token=…` */
export const cover = 'a[href*="/explore/"] img, a[href*="/search_result/"] img';

/** note page: `<div class="note-detail-mask" note-id="…"><div id="noteContainer" class="note-container">` */
export const overlay = '.note-detail-mask';
/** On the desktop, on a phone. */
export const container = '#noteContainer, .note-view-container';
/** code: pages that stand where the note should */
export const refused = '.access-wrapper, .error-wrapper, .not-found-wrapper, .blocked-wrapper';
/** note page: `<div id="detail-title" class="title">`, `<div id="detail-desc" class="desc"><span class="note-text">` */
const ownWordsOfNote = '.note-content > ';
/** guesses: the same without their ids, as a phone's page has them */
export const title = `#detail-title, ${ownWordsOfNote}.title`;
export const userText = `${title}, #detail-desc, ${ownWordsOfNote}.desc`;
/** guess: the same by another name: it says which note it is, and holds one. A card may say so too, or a button. */
export const mask = `${overlay}, [note-id]:not(.note-item):has(${container}, ${userText})`;
/** note page: `.author-container .author-wrapper .info a.name` */
export const noteAuthor = `.author-container ${person}, .author-box ${person}`;
/** guess: a video note plays in a `video`; code: in which player; note page: `.media-container` holds the pictures */
export const video = 'video, .xgplayer, .player-container';
export const image = '.media-container img';
/** guess: a live photo stands among the pictures and moves as a film does; note page: `.note-slider .swiper-slide` */
export const noFilm = '.note-slider, .swiper-slide, .comments-el';

/** note page: `<div class="total">共 14 条评论</div>`; code: 这是一片荒地 */
export const total = '.comments-container .total';
export const noComments = '.no-comments-text';
/** note page: `.engage-bar .chat-wrapper span.count` */
export const commentButton = '.chat-wrapper .count';
/** note page: `<div id="comment-69d140b8000000000903521a" class="comment-item comment-item-sub">`; the ids are times: 2012 to 2029 */
export const comment = '.comment-item, [id^="comment-5"], [id^="comment-6"]';
export const reply = '.comment-item-sub, .reply-container';
export const commentText = '.note-text';
/** guess: a text in pieces side by side */
export const moreText = `${commentText} ~ ${commentText}`;
export const commentBox = '.content';
export const commentBody = `${commentText}, ${commentBox}`;
/**
 * note page: `.info .date span.location`, `.interactions .like .count`; what a place is called is no tag. Names may be any
 * word, 作者 too.
 */
const commentLine = '.info, .date, .location, .interactions';
export const commentWords = `${commentBody}, ${person}, [class*="name"], ${commentLine}`;
/** note page: `<span class="tag">作者</span>` beside the name; guesses: the others, in both scripts and English */
export const tag = 'span, i, em, b, div, p, small';
/** guess: a tag in the link around the name */
export const tagOfName = `${person} .tag`;
export const authorTag = /^(?:作者(?:置[顶頂])?|author)$/i;
export const merchantTag = /^(?:商家|店家|官方(?:账号|帳號)?|品牌方?|merchant|official|seller)$/i;
export const pinnedTag = /^(?:(?:作者)?置[顶頂](?:评论|評論|留言)?|pinned(?: comment)?)$/i;
/** code: six programs go by the mark, most of them not by its words */
export const pinnedMark = '.labels .top';
export const buyerTag = /^(?:已[购購][买買]?|[购購]?[买買][过過]|purchased)$/i;
/** note page: `.interactions .reply.icon-container`; guesses: buttons as any page makes them, should one stand in a text */
export const ownButton = 'button, [role="button"], .reply, .show-more';
/** note page: `.info .date span`, then `span.location` */
export const commentTime = '.date span:not(.location)';
export const commentDate = '.date';
/** Up to the last sign of a time: where somebody was is not asked. */
export const timeForm = /^.{0,30}(?:[\d刚剛]|前天?|[昨今]天|ago|now|day)/i;
/** note page: `<div class="end-container">- THE END -</div>`, `<div class="show-more">展开 1 条回复</div>` */
export const threadEnd = '.end-container';
export const moreReplies = '.show-more';

/** explore page: `<section class="note-item" data-index="0">`; shop page, tests of others: `.product-item` */
export const product = '.product-item';
export const card = `.note-item, ${product}`;
/** explore page: `#exploreFeeds.feeds-container`; profile page, code: `.tab-content-item .feeds-container` */
export const list = '.feeds-container';
/** code: search page of 2026-07 `section.note-item[data-note-id]`, explore page of 2026-09, whose cards change it where they stand; of 大家都在搜 `UUID#TIMESTAMP` */
export const cardId = 'data-note-id';
/** guess: the lists of a profile's tabs, one of which is on screen */
export const hidden = '[hidden], [style*="display: none"], [style*="display:none"]';
/** profile page, code: a list that is private, one of boards; search page: 用户 is open; none has a card */
export const noList = '.lock-icon, .board-card, div#user.channel.active';
/**
 * code: TA 还没有发布任何内容; guesses: the others, of lists and of rooms, in words that are no person's about themselves, in
 * one script
 */
export const nothingHere =
  /^.{0,4}(?:还没有?(?:[发点]|收藏|笔记)|没有[找搜]|暂(?:无|时没有)(?:[内笔结]|收藏|商品)|直播已?结束|已下播).{0,20}$/;
/**
 * The same of a search, where titles of notes may say what is found nowhere, and other lists may be empty. It may say the
 * keyword, in quotes.
 */
export const nothingFound =
  /^.{0,4}(?:(?:没有?[找搜]|暂无搜)(?:.{0,5}|.{0,4}[“"「].{1,40}[”"」].{0,5}|.{0,2}符合条件的)(?:内容|笔记|结果|商品|用户).{0,20}|(?:没有(?:找|搜[索寻]?)到|暂无(?:相关)?结果)[哦呢～~。]{0,2})$/;
export const ofPerson = 'a, .title, [class*="desc"], [class*="name"]';
/** guess: where a mark that the author is a merchant would stand */
export const authorBox = '.author-container, .author-wrapper, .card-bottom-wrapper';
/** shop page, tests of others */
export const shopName = '.shop-name';
/** explore page: `.side-bar li.user a[href="/user/profile/ID"]` with `<span class="channel">我</span>` */
export const ownProfile = `.side-bar ${person}`;
export const ownWords = /^(?:我的?|me|profile)$/i;
/** explore page: `<div id="homefeed_recommend" class="active channel">`; profile page, code: `.reds-tab-item.sub-tab-list` */
export const tab = 'div.channel, .reds-tab-item';
export const activeTab = `:is(${tab}).active`;
/** Tabs that have no id, as the address calls them; guesses: the words but 笔记 收藏 点赞 */
export const tabWords = [
  ['note', /^(?:笔记|筆記|note)/i],
  ['fav', /^(?:收藏|saved|collect)/i],
  ['liked', /^(?:[点點][赞讚]|like)/i],
  ['board', /^(?:专辑|專輯|board|album)/i],
] as const;
/**
 * What pages of one path differ in, each with what holds where the address is silent: tabs in the order of the page, and
 * behind them what no tab says. All else in a query or hash the site rewrites as it likes.
 */
export const pageQueries: Record<string, readonly (readonly [string, string])[]> = {
  feed: [['channel_id', 'homefeed_recommend']],
  search: [
    ['tab', 'all'],
    ['keyword', ''],
  ],
  profile: [
    ['tab', 'note'],
    ['subTab', 'note'],
  ],
};
/** style sheet */
export const ai = '.xhs-ai-message-card, .search_result_ai, .ai-chat-section';
/** search page: 大家都在搜; code: `<section class="note-item query-note-item">` */
export const query = '.query-note-wrapper, .query-note-item';
/** style sheet; code: `/livestream/<digits>`, `xhsdiscover://live_audience?room_id=…` */
export const live = '.xhs-live-note-item-badge, a[href*="/livestream/"], a[href^="xhsdiscover://live"]';
export const liveBox = 'section, article, li';
export const liveRoom = /^https:\/\/[^/]*\/livestream\//;
/** explore page: `.footer > a.title > span`, `.play-icon use[#play-s]`; guess: a heading */
export const cardTitle = `.title, h3, .footer > a:not(${person})`;
export const cardVideo = '.play-icon';
export const playIcon = '#play';
/** What has a cover and no sign of a film is an image note, also before its picture has come. */
export const cardImage = `.cover, ${cover}`;

/** explore page: `<div class="ad-wrap"></div>`, fixed and 0×0, a bait for ad blockers: never to be touched */
export const bait = '.ad-wrap';
/** explore page, hidden there: 您的浏览器似乎开启了广告屏蔽插件… */
export const blockerNotice = '.reds-alert .slot-content';
export const blockerWords = /广告(?:屏蔽|拦截|过滤)/;

export const shortText = 'span, div, i, em, b, p';

/**
 * guess, by structure: what stands on a film or among a note's pictures is its users', comments that fly by, subtitles,
 * stickers, captions; what the site itself put there is no label then. note page: `.media-container`; code: a phone's
 */
export const mediaWords = `.media-container, .note-slider, .onix-carousel-item, figcaption, ${video}`;
/** guess: what the part around a film holds no more of, where the film's own names are not known */
export const besideFilm = `${userText}, a[href], .engage-bar`;
/** search page: `a.author .name-time-wrapper` holds `.name` and `.time`: where the name is known the rest of the link is no user's */
const name = '[class*="name"]:not(.name-time-wrapper)';
const names = `${name}, :is(${person}, .author):not(.cover, :has(${name}))`;
/** guess: a tag that leads to a search for it, the name of a place */
const topics = 'a[href*="/search_result?"], .location';
/** guess: what is voted on is the user's words */
const polls = '[class*="vote"], [class*="poll"]';
/**
 * No label was ever seen (the style sheet names `.top-tag-area`, `.bottom-tag-area`, `.recommend-reason`), so every short
 * text is looked at, save the users' own, and the bait and what it says. On a profile the cover too leads under `/user/profile/`.
 */
const words = `${userText}, .title, .desc, ${commentText}, ${comment}, ${names}, ${topics}, ${polls}, ${bait}, .reds-alert, ${mediaWords}`;
export const wordsInCard = `${words}, ${cardTitle}, ${query}, ${ai}`;
export const wordsInNote = `${words}, ${commentBox}, .comments-el, .comments-container, footer, .footer`;
/** code: 广告, 赞助 as the app shows them; guesses: their like, in both scripts and English */
export const labelForm =
  /^[\s·・|[【(（]*(?:(?:品牌|商业|付费|平台|含)?(?:[广廣]告|[赞贊]助|推[广廣])(?:[内內]容|商)?|品牌合作|利益相[关關]|sponsored|promoted|advertisement|ad)[\s·・|\]】)）]*$/i;
/** code: what link-out ads say on their buttons (聚光) */
export const buttonForm =
  /^(?:[购購][买買]同款|了解[详詳]情|[领領]取[补補][贴貼]|优惠下单|[进進]店看看|立即(?:[参參][与與]|[购購][买買]|[领領]取|[预預][约約]|[咨諮][询詢]))$/;
export const longestMark = 14;
/** code, block lists: `https://ads-img-al.xhscdn.com/…`; on the web nobody has shown one */
export const media = 'img, image, video, source, [style*="url(" i]';
/** Attributes that name pictures; of a drawing, of one to be loaded later, of a style, of a list for several screens. */
export const mediaAttributes = ['src', 'data-src', 'data-original', 'href', 'xlink:href', 'poster', 'srcset', 'style'];
/** guess: behind what a style sheet puts a picture */
export const backdrop = '.cover, div:empty, span:empty, i:empty';
export const adHosts =
  /^(?:https?:)?\/\/(?:ads-(?:(?:img|video)-(?:al|qc)|i[1-4]|static)\.(?:xhscdn|rednotecdn)\.com|(?:t-ads|as)\.(?:xiaohongshu|rednote)\.com)\//i;
const exactly = <const Id extends string>(id: Id) => [id, new RegExp(`^${id}$`)] as const;
/**
 * app replies: what the state says where a note is an ad or sells; in state the keys are in camelCase. Each rule with the
 * keys that it takes, and the word that must be or be among what they hold, else anything will do. Records name the key.
 */
export const stateRules = [
  exactly('ads'),
  exactly('ads_info'),
  exactly('is_ads'),
  exactly('ad_tag'),
  [...exactly('model_type'), 'ads'],
  exactly('second_jump_bar'),
  exactly('goods_info'),
  ['goods_cards', /^\w*goods_cards?(?:_v\d)?$/],
  exactly('has_related_goods'),
  [...exactly('note_attributes'), 'goods'],
  exactly('cooperate_binds'),
  ['cooperate_search', /^cooperate_search_component$/],
  ['engage_bar', /^\w+_engage_bar$/],
  ['comment_component', /^\w+_comment_component$/],
] as const satisfies readonly (readonly [id: string, key: RegExp, word?: string])[];
/** What a state must hold to be searched for them. */
export const mayHoldAdKeys = /ads|ad_?tag|jump_?bar|goods|cooperate|engage_?bar|component/i;

/** state; of lists and of boards code: where its parts stand. A note or a board is one of many, by its id. */
export const statePaths = {
  notes: 'note.noteDetailMap',
  feed: 'feed.feeds',
  search: 'search.feeds',
  boards: 'board.boardFeedsMap',
  ofUser: 'user.notes',
};
/** code: what a state says of a live room, the last also of one that is over */
export const roomStates = [
  'liveStream.roomData.roomInfo.roomTitle',
  'liveStream.roomData.roomInfo.deeplink',
  'liveStream.liveStatus',
];
/** code: where a state that has one note keeps it and its comments: a phone's page until and since 2026, pages before 2023 */
export const notePages = ['noteData.data', 'LAUNCHER_SSR_STORE_PAGE_DATA', 'NoteView'];
/** app replies and state, 2023–2026: the `modelType` of an item; `ads` in the app alone */
export const cardModels: Record<string, CardReading['kind']> = {
  note: 'note',
  ads: 'note',
  live: 'live',
  live_v2: 'live',
  hot_query: 'query',
  rec_query: 'query',
};

/** note page: `.engage-bar .collect-wrapper#note-page-collect-board-guide` */
export const collect = '.collect-wrapper';
export const engageBar = '.engage-bar';
/** code, five programs agree: `<use xlink:href="#collect">` is not saved, `#collected` is; a class `active` says nothing. */
export const collectIcons = ['#collect', '#collected'];

/** Attributes that can hold a target: the browser's own, then guesses by the names in use elsewhere. */
export const linkAttributes = [
  'href',
  'data-href',
  'data-url',
  'data-link',
  'data-deeplink',
  'data-schema',
  'data-jump-url',
  'onclick',
];
/** The ad buttons' own words (聚光, code) and their like: what a button says is no product's name. */
export const buttonWords =
  /^.{0,3}(?:了解|购买|领取|下单|参与|预约|进店|咨询|查看|看看|详情|链接|抢购|打开|同款|直达).{0,4}$/;
/** Comments are written in both scripts: of the words below, the characters that differ. */
export const scripts = [
  '連結鏈網購買賣鋪發給個麼嗎裡裏兒訴單問頂開無沒來寶貼別還點筆記時暫內戶條關尋謝',
  '连结链网购买卖铺发给个么吗里里儿诉单问顶开无没来宝贴别还点笔记时暂内户条关寻谢',
] as const;
/** What is asked for 求链接: the link, the thing itself, where it is sold. Each stands as § in the forms below. */
export const wanted =
  /链接|连结|🔗|网址|口令|传送门|\blinks?\b|(?:同款|店[铺家名]|购买(?:方式|渠道)|牌子|品牌)(?!还?在吗)/gi;
/**
 * 求链接, 蹲个链接, 有链接吗, 链接在哪, 哪里买, 怎么买, 什么牌子, link please: forms in use, each with rows in the tests. 连接 and
 * lj stand for it only where they are asked for.
 */
export const askingForms = [
  /(?<![要需追请不])[求蹲跪踢](?!到)[^§]{0,8}§|(?<!不)[想需]要[^§]{0,8}§|^要(?!求)[^§]{0,8}§|^我也?要(?![求去开买卖])(?:[这一]?个|[^§]{0,3}[的子衣服包鞋])?§|要个[^§]{0,4}§/,
  /(?:来个|[给发甩丢][个我])[^§了]{0,4}§|分享[一下个][^§]{0,5}§/,
  /[求蹲]一?个?链(?![条子])|有链[吗么嘛没?？]/,
  /(?:(?<![要需追请])[求蹲](?![助教问解先到])[^§怎如能不问解先到]{0,4}|[来给发]个)(?:连接(?![方教不上器线失])|l ?j\b)/i,
  /(?<![要需追请])[求蹲]一?[个家]?店(?![里员长主面方门两])|哪[个家]店(?!买?[都也])/,
  /(?:滴滴|\bdd) ?(?:一?[个下])?§(?!客服)/i,
  /[有无][没无]?有?[^§]{0,4}§(?:[吗么嘛没?？]|不$)|有(?:没有|无)[^§]{0,4}§/,
  /§(?:麻烦)?(?:[呢吗么嘛?？]|有[吗没]|还?在[哪那吗]| ?(?:(?:滴滴|dd)(?! ?客服)|蹲|求(?:求|一?[个下])*[了吧呀呗]?(?:(?![\u4e00-\u9fa5])|告知|分享|[谢私]))|[是叫](?:什么|啥|哪|多少(?!钱))|[发给私踢甩](?:我|一?下))/i,
  /(?:可以|能|方便)[^§]{0,4}(?:[发给]|分享|告诉)[^§]{0,6}§/,
  /§(?:可以|能|方便)(?:[发给]|分享)[一我给下个]{0,4}[吗么嘛呗不?？]/,
  /(?:哪[里儿家]?|什么店|怎么|咋|如何)(?:可以|才能|[能去有])?(?:买(?![不了过得家菜票房车])|购买|入手|下单)(?!都|也[一行可])|哪[里儿]?[有能]卖/,
  /(?:什么|啥|哪[个家])§(?![都也])/,
  /§ ?(?:please|pls|plz)|(?<!n['’]t |not )\b(?:need|want|drop|send|share|any|can i (?:get|have)|where(?:'s| is))\b[^§]{0,20}§/i,
  /\b(?:where (?:.{0,20} )?(?:buy|bought|purchased?|order(?:ed)?|get|got)|how (?:to|(?:can|do) i) (?:buy|order))\b(?! marr| (?:an? )?(?:house|home|car|ticket|stock))|\b(?:what(?:'s| is)?(?: the)?|which) brand\b/i,
];
/** 求链接的看这里, 不用问链接, 链接放了, 链接在评论区: who says so has it, or does not want it */
export const answeringForms = [
  /(?:不[用要想]|[别勿]|没人).{0,3}[问求要][^§]{0,6}§|要去?(?:投诉|举报|拉黑|感谢|联系|避雷)[^§]{0,4}§/,
  /[问求蹲要].{0,10}的请?(?:姐妹|[宝朋人看都私自戳在来可])|的(?:dd|滴滴)/,
  /^§ ?(?:滴滴|dd)我(?!一下|谢)|§(?:[已都就我放挂贴]|置顶|失效|没了|打不开|来了|在(?![哪那吗])|[发给](?:了|你|我了|给(?!我)))/i,
  /(?<![以能]|(?:^|\s)我[^有家]{0,3})要[^§]{0,6}§的?(?:[吗么嘛?？]|(?!.*[哪怎咋]).{0,3}(?:[私滴戳找扣]|(?<!看)看(?!看.?$|一?下))(?!不|.*[吗?？]))|^(?:感谢|谢谢)[^§]{0,3}[发给]我?[^§]{0,3}§/,
  /不知道(?!有)|不记得|想不起|忘[了记]|\bi(?:'ll| will)\b|§ (?:is|are|in|below|here|sent)\b/i,
];
/** Where one thing that a comment says ends and the next begins. */
export const clauseEnd = /(?<=[?？])|[，。！,!;；\n…~～]/;
