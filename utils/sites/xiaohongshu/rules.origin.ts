import type * as rules from './rules';

/** What a rule rests on, from the most to the least solid. */
export const sources = [
  'explore page', // a rendered page of 2025-11
  'search page', // another of the same month
  'style sheet', // the explore page's
  'note page', // DOM and state that tests of other projects copied from real notes
  'state', // the inline state of real pages
  'app replies', // of the phone app, 2023
  'block lists',
  'code', // several programs rely on it, no page was seen
  'guess', // nobody has shown it
] as const;

export interface Origin {
  /** The month in which it was seen, or first written down. */
  since: string;
  seen: (typeof sources)[number];
  /** Seen on real pages to mean what the rule takes it for. */
  verified: boolean;
  /** Markup that a selector finds, a text that a form takes. */
  example?: string;
}

type RuleId = Exclude<keyof typeof rules, 'ruleVersion' | 'verifiedRules'>;
type StateRuleId = (typeof rules.stateRules)[number][0];

const person = '<a href="/user/profile/5ff31d2d000000002b4a7459?channel_type=explore_feed"><img></a>';

/** Kept out of `rules.ts`, and so out of the scripts on pages. */
export const origins: Record<RuleId, Origin> = {
  byTarget: { since: '2026-11', seen: 'guess', verified: false },
  byComment: { since: '2026-11', seen: 'guess', verified: false },
  byShape: { since: '2026-11', seen: 'guess', verified: false },
  byLive: { since: '2026-11', seen: 'guess', verified: false },
  byText: { since: '2026-11', seen: 'note page', verified: true },
  byLabel: { since: '2026-11', seen: 'guess', verified: false },
  byButton: { since: '2026-11', seen: 'guess', verified: false },
  byAdHost: { since: '2026-11', seen: 'block lists', verified: false },

  pagePaths: { since: '2026-11', seen: 'code', verified: false },
  notePath: { since: '2026-08', seen: 'note page', verified: true, example: '/explore/690f21b30000000003020fd6' },
  noteForm: { since: '2026-08', seen: 'state', verified: true, example: '690f21b30000000003020fd6' },
  goodsForm: { since: '2026-11', seen: 'code', verified: false, example: '65f000000000000001234567' },
  hintedPath: { since: '2026-11', seen: 'guess', verified: false, example: '/any/690f21b30000000003020fd6' },
  deepPath: { since: '2026-11', seen: 'code', verified: false, example: 'xhsdiscover://item/690f21b30000000003020fd6' },
  partQueries: { since: '2026-11', seen: 'code', verified: false },

  person: { since: '2025-11', seen: 'explore page', verified: true, example: person },
  avatar: { since: '2025-11', seen: 'explore page', verified: true, example: person },
  cover: {
    since: '2025-11',
    seen: 'explore page',
    verified: true,
    example: '<a class="cover" href="/explore/690f21b30000000003020fd6?xsec_token=AB"><img></a>',
  },
  overlay: { since: '2026-08', seen: 'note page', verified: false, example: '<div class="note-detail-mask">' },
  container: { since: '2026-08', seen: 'note page', verified: false, example: '<div id="noteContainer">' },
  refused: { since: '2026-11', seen: 'code', verified: false, example: '<div class="access-wrapper">' },
  title: { since: '2026-08', seen: 'note page', verified: false, example: '<div id="detail-title" class="title">' },
  userText: { since: '2026-08', seen: 'note page', verified: false, example: '<div id="detail-desc" class="desc">' },
  mask: {
    since: '2026-11',
    seen: 'guess',
    verified: false,
    example: '<div note-id="x"><div id="noteContainer"></div></div>',
  },
  noteAuthor: {
    since: '2026-08',
    seen: 'note page',
    verified: false,
    example: `<div class="author-container">${person}</div>`,
  },
  video: { since: '2026-11', seen: 'guess', verified: false, example: '<video></video>' },
  noFilm: {
    since: '2026-11',
    seen: 'guess',
    verified: false,
    example: '<div class="swiper-slide"><video></video></div>',
  },
  image: { since: '2026-08', seen: 'note page', verified: false, example: '<div class="media-container"><img></div>' },

  total: {
    since: '2026-04',
    seen: 'note page',
    verified: true,
    example: '<div class="comments-container"><div class="total">共 14 条评论</div></div>',
  },
  noComments: {
    since: '2026-11',
    seen: 'code',
    verified: false,
    example: '<div class="no-comments-text">这是一片荒地</div>',
  },
  commentButton: {
    since: '2026-11',
    seen: 'code',
    verified: false,
    example: '<span class="chat-wrapper"><span class="count">14</span></span>',
  },
  comment: {
    since: '2026-04',
    seen: 'note page',
    verified: true,
    example: '<div id="comment-69d1" class="comment-item">',
  },
  reply: {
    since: '2026-04',
    seen: 'note page',
    verified: true,
    example: '<div class="comment-item comment-item-sub">',
  },
  commentText: { since: '2026-04', seen: 'note page', verified: true, example: '<span class="note-text">' },
  moreText: {
    since: '2026-11',
    seen: 'guess',
    verified: false,
    example: '<i class="note-text"></i><i class="note-text">',
  },
  commentBox: { since: '2026-04', seen: 'note page', verified: true, example: '<div class="content">' },
  commentBody: { since: '2026-04', seen: 'note page', verified: true, example: '<span class="note-text">' },
  commentWords: { since: '2026-04', seen: 'note page', verified: true, example: '<a class="name">' },
  tag: { since: '2026-04', seen: 'note page', verified: true, example: '<span class="tag">作者</span>' },
  tagOfName: { since: '2026-11', seen: 'guess', verified: false, example: `${person.slice(0, -4)}<i class="tag">` },
  authorTag: { since: '2026-04', seen: 'note page', verified: true, example: '作者' },
  merchantTag: { since: '2026-11', seen: 'guess', verified: false, example: '商家' },
  pinnedTag: { since: '2026-11', seen: 'guess', verified: false, example: '置顶评论' },
  pinnedMark: {
    since: '2026-11',
    seen: 'code',
    verified: false,
    example: '<div class="labels"><div class="top">置顶评论</div></div>',
  },
  buyerTag: { since: '2026-11', seen: 'guess', verified: false, example: '已购' },
  ownButton: { since: '2026-11', seen: 'guess', verified: false, example: '<div class="reply icon-container"></div>' },
  commentTime: {
    since: '2026-04',
    seen: 'note page',
    verified: true,
    example: '<div class="date"><span>04-05</span><span class="location">广东</span></div>',
  },
  commentDate: { since: '2026-04', seen: 'note page', verified: true, example: '<div class="date">04-05</div>' },
  timeForm: { since: '2026-04', seen: 'note page', verified: true, example: '04-05' },
  threadEnd: {
    since: '2026-04',
    seen: 'note page',
    verified: true,
    example: '<div class="end-container">- THE END -</div>',
  },
  moreReplies: {
    since: '2026-04',
    seen: 'note page',
    verified: true,
    example: '<div class="show-more">展开 1 条回复</div>',
  },

  product: { since: '2026-09', seen: 'code', verified: false, example: '<div class="product-item">' },
  card: {
    since: '2025-11',
    seen: 'explore page',
    verified: true,
    example: '<section class="note-item" data-width="1440" data-height="1920" data-index="0">',
  },
  list: { since: '2025-11', seen: 'explore page', verified: true, example: '<div class="feeds-container">' },
  cardId: { since: '2026-07', seen: 'code', verified: false },
  hidden: { since: '2026-11', seen: 'guess', verified: false, example: '<div style="display: none;">' },
  noList: { since: '2026-11', seen: 'code', verified: false, example: '<span class="lock-icon"></span>' },
  nothingFound: { since: '2026-11', seen: 'guess', verified: false, example: '没有找到相关内容' },
  nothingHere: { since: '2026-11', seen: 'code', verified: false, example: 'TA 还没有发布任何内容' },
  ofPerson: { since: '2026-11', seen: 'guess', verified: false, example: '<div class="user-desc">' },
  authorBox: { since: '2026-11', seen: 'guess', verified: false, example: '<div class="author-wrapper">' },
  shopName: { since: '2026-09', seen: 'code', verified: false, example: '<div class="shop-name">' },
  ownProfile: {
    since: '2025-11',
    seen: 'explore page',
    verified: true,
    example: `<div class="side-bar"><li class="user side-bar-component">${person}</li></div>`,
  },
  ownWords: { since: '2025-11', seen: 'explore page', verified: true, example: '我' },
  activeTab: { since: '2026-11', seen: 'code', verified: false, example: '<div class="reds-tab-item active">' },
  tab: {
    since: '2025-11',
    seen: 'explore page',
    verified: true,
    example: '<div id="homefeed_recommend" class="active channel">',
  },
  tabWords: { since: '2026-11', seen: 'code', verified: false },
  pageQueries: { since: '2026-11', seen: 'code', verified: false },
  ai: { since: '2025-11', seen: 'style sheet', verified: false, example: '<div class="xhs-ai-message-card">' },
  query: { since: '2025-11', seen: 'search page', verified: true, example: '<div class="query-note-wrapper">' },
  live: { since: '2025-11', seen: 'style sheet', verified: false, example: '<a href="/livestream/5699"></a>' },
  liveBox: { since: '2026-11', seen: 'guess', verified: false, example: '<section>' },
  liveRoom: { since: '2026-11', seen: 'code', verified: false, example: 'https://www.xiaohongshu.com/livestream/5699' },
  cardTitle: {
    since: '2025-11',
    seen: 'explore page',
    verified: true,
    example: '<a class="title"><span>标题</span></a>',
  },
  playIcon: { since: '2025-11', seen: 'explore page', verified: true },
  cardVideo: { since: '2025-11', seen: 'explore page', verified: true, example: '<span class="play-icon">' },
  cardImage: { since: '2025-11', seen: 'explore page', verified: false, example: '<a class="cover mask ld"><img></a>' },

  bait: { since: '2025-11', seen: 'explore page', verified: true, example: '<div class="ad-wrap">' },
  blockerNotice: {
    since: '2025-11',
    seen: 'explore page',
    verified: true,
    example: '<div class="reds-alert"><div class="reds-alert-wrapper slot-content"></div></div>',
  },
  blockerWords: {
    since: '2025-11',
    seen: 'explore page',
    verified: true,
    example: '您的浏览器似乎开启了广告屏蔽插件',
  },

  shortText: { since: '2026-11', seen: 'guess', verified: false, example: '<span>广告</span>' },
  mediaWords: { since: '2026-11', seen: 'guess', verified: false, example: '<figcaption></figcaption>' },
  besideFilm: { since: '2026-11', seen: 'guess', verified: false, example: '<a href="/explore"></a>' },
  wordsInCard: { since: '2025-11', seen: 'explore page', verified: false, example: '<span class="name">' },
  wordsInNote: { since: '2026-08', seen: 'note page', verified: false, example: '<div class="comments-el">' },
  labelForm: { since: '2026-11', seen: 'code', verified: false, example: '赞助' },
  buttonForm: { since: '2026-11', seen: 'code', verified: false, example: '购买同款' },
  longestMark: { since: '2026-11', seen: 'guess', verified: false },
  media: { since: '2026-11', seen: 'guess', verified: false, example: '<img>' },
  mediaAttributes: { since: '2026-11', seen: 'guess', verified: false },
  backdrop: { since: '2026-11', seen: 'guess', verified: false, example: '<a class="cover"></a>' },
  adHosts: { since: '2026-11', seen: 'block lists', verified: false, example: 'https://ads-img-al.xhscdn.com/a.webp' },
  stateRules: { since: '2023-05', seen: 'app replies', verified: false },
  mayHoldAdKeys: { since: '2026-11', seen: 'app replies', verified: false, example: '"goodsInfo":{' },

  statePaths: { since: '2026-08', seen: 'state', verified: false },
  roomStates: { since: '2026-11', seen: 'code', verified: false },
  notePages: { since: '2026-11', seen: 'code', verified: false },
  cardModels: { since: '2025-10', seen: 'app replies', verified: false },

  collect: { since: '2026-11', seen: 'code', verified: false, example: '<span class="collect-wrapper">' },
  engageBar: { since: '2026-08', seen: 'note page', verified: false, example: '<div class="interactions engage-bar">' },
  collectIcons: { since: '2026-11', seen: 'code', verified: false },

  linkAttributes: { since: '2026-11', seen: 'guess', verified: false },
  buttonWords: { since: '2026-11', seen: 'code', verified: false, example: '立即购买' },
  scripts: { since: '2026-11', seen: 'guess', verified: false },
  wanted: { since: '2026-11', seen: 'guess', verified: false, example: '链接' },
  askingForms: { since: '2026-11', seen: 'guess', verified: false },
  answeringForms: { since: '2026-11', seen: 'guess', verified: false },
  clauseEnd: { since: '2026-11', seen: 'guess', verified: false, example: '好看，求链接' },
};

/** The same of each rule on what the state says; its example is a key as the state has it. */
export const stateOrigins: Record<StateRuleId, Origin> = {
  ads: { since: '2026-11', seen: 'app replies', verified: false, example: 'ads' },
  ads_info: { since: '2026-11', seen: 'code', verified: false, example: 'adsInfo' },
  is_ads: { since: '2026-11', seen: 'code', verified: false, example: 'isAds' },
  ad_tag: { since: '2026-11', seen: 'app replies', verified: false, example: 'adTag' },
  model_type: { since: '2026-11', seen: 'app replies', verified: false, example: 'modelType' },
  second_jump_bar: { since: '2023-05', seen: 'app replies', verified: false, example: 'secondJumpBar' },
  goods_info: { since: '2023-05', seen: 'app replies', verified: false, example: 'goodsInfo' },
  goods_cards: { since: '2023-05', seen: 'app replies', verified: false, example: 'buyableGoodsCardV2' },
  has_related_goods: { since: '2023-05', seen: 'app replies', verified: false, example: 'hasRelatedGoods' },
  note_attributes: { since: '2023-05', seen: 'app replies', verified: false, example: 'noteAttributes' },
  cooperate_binds: { since: '2023-05', seen: 'app replies', verified: false, example: 'cooperateBinds' },
  cooperate_search: { since: '2023-05', seen: 'app replies', verified: false, example: 'cooperateSearchComponent' },
  engage_bar: { since: '2023-05', seen: 'app replies', verified: false, example: 'adsEngageBar' },
  comment_component: { since: '2023-05', seen: 'app replies', verified: false, example: 'pgyCommentComponent' },
};
