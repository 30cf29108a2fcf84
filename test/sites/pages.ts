import { Window } from 'happy-dom';

const window = new Window({
  settings: {
    disableJavaScriptEvaluation: true,
    disableJavaScriptFileLoading: true,
    disableCSSFileLoading: true,
    disableIframePageLoading: true,
  } as object,
});

/** A parsed file: nothing in it runs and nothing is loaded. */
export function parse(markup: string): Document {
  return new window.DOMParser().parseFromString(markup, 'text/html') as unknown as Document;
}

export const ids = {
  note: '68f4e9bf00000000070327cb',
  other: '690f21b30000000003020fd6',
  author: '5ff31d2d000000002b4a7459',
  reader: '6181ffce00000000ee3746ec',
  goods: '69b68cb01b6b3f0001385bc6',
  shop: '59cdbfb4eb90b97b1d2c6af6',
  comment: '69d140b8000000000903521a',
} as const;

export const noteUrl = `https://www.xiaohongshu.com/explore/${ids.note}?xsec_token=T&xsec_source=`;

export const jdUrl = 'https://item.jd.com/100012043978.html';

export interface NoteParts {
  title?: string;
  desc?: string;
  /** Markup under the description. */
  content?: string;
  comments?: string;
  total?: string;
  icon?: string;
}

/** Hand-made in the form of field notes §6. */
export function noteMarkup(parts: NoteParts = {}): string {
  const {
    title = '标题',
    desc = '正文',
    content = '',
    comments = '',
    total = '共 2 条评论',
    icon = '#collect',
  } = parts;
  return `<div id="noteContainer" class="note-container">
    <div class="media-container"><div class="note-slider"><img src="a.webp"></div></div>
    <div class="interaction-container">
      <div class="author-container"><div class="author-wrapper"><div class="info">
        <a href="/user/profile/${ids.author}?xsec_token=T"><img class="avatar-item" src="a.webp"></a>
        <a class="name" href="/user/profile/${ids.author}?xsec_token=T"><span class="username">作者名</span></a>
      </div></div></div>
      <div class="note-scroller">
        <div class="note-content">
          <div id="detail-title" class="title">${title}</div>
          <div id="detail-desc" class="desc"><span class="note-text">${desc}</span></div>${content}
        </div>
        <div class="comments-el"><div class="comments-container"><div class="total">${total}</div><div class="list-container">${comments}</div></div></div>
      </div>
      <div class="interactions engage-bar"><div class="engage-bar-container"><div class="buttons engage-bar-style"><div class="left">
        <span class="like-wrapper like-active"><svg class="reds-icon"><use xlink:href="#like"></use></svg><span class="count">12</span></span>
        <span class="collect-wrapper" id="note-page-collect-board-guide"><svg class="reds-icon collect-icon"><use xlink:href="${icon}"></use></svg><span class="count">收藏</span></span>
      </div></div></div></div>
    </div>
  </div>`;
}

/** @param extra markup after the text, such as a blue link */
export function commentMarkup(text: string, extra = '', id: string = ids.comment): string {
  return `<div class="parent-comment"><div id="comment-${id}" class="comment-item"><div class="comment-inner-container">
    <div class="avatar"><a href="/user/profile/${ids.reader}?xsec_token=T"><img class="avatar-item" src="a.webp"></a></div>
    <div class="right">
      <div class="author-wrapper"><div class="author"><a class="name" href="/user/profile/${ids.reader}?xsec_token=T">读者名</a></div></div>
      <div class="content"><span class="note-text">${text}</span>${extra}</div>
      <div class="info"><div class="date"><span>04-05</span></div></div>
    </div>
  </div></div></div>`;
}

export function overlay(id: string, note: string): string {
  return `<div class="note-detail-mask" note-id="${id}">${note}</div>`;
}

export function cardMarkup(id: string, index: number, extra = ''): string {
  return `<section class="note-item" data-index="${String(index)}"><div>
    <a href="/explore/${id}" style="display: none;"></a>
    <a class="cover mask ld" href="/explore/${id}?xsec_token=T&amp;xsec_source="><img src="a.webp"></a>
    <div class="footer"><a class="title"><span>卡片标题</span></a><div class="author-wrapper">
      <a class="author" href="/user/profile/${ids.author}?channel_type=explore_feed"><img class="author-avatar"><span class="name">作者名</span></a>
      <span class="like-wrapper like-active"><svg><use xlink:href="#like"></use></svg><span class="count">4</span></span>
    </div></div>${extra}
  </div></section>`;
}

export function feed(...cards: string[]): string {
  return `<div id="mfContainer" class="feeds-page"><div id="exploreFeeds" class="feeds-container">${cards.join('')}</div></div>`;
}

/** Every class, id and data name becomes one nobody knows; addresses and words stay. */
export function unknownSkin(markup: string): string {
  return markup
    .replace(
      / (class|id)="([^"]+)"/g,
      (_all, name: string, value: string) =>
        ` ${name}="${value.replace(/\S+/g, (word) => `z${String(word.length)}${word.slice(-2)}`)}"`,
    )
    .replaceAll(' note-id=', ' data-q=')
    .replace(/xlink:href="#\w+"/g, 'xlink:href="#q"');
}
