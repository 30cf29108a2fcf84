import { self } from '../data/boards';
import { html, raw, type Html } from '../html';
import { icon, sprite } from './parts';

interface SitePage {
  title: string;
  state: Html;
  main: Html;
  /** Beside the scripts every page has. */
  scripts?: readonly string[];
}

const sheets = ['site.css', 'cards.css', 'note.css', 'commerce.css', 'comments.css', 'pages.css'];

const everyPage = ['page.js', 'bait.js', 'links.js', 'engage.js', 'comments.js', 'feed.js', 'router.js', 'overlay.js'];

/** The frame of every page of the note site. */
export function sitePage({ title, state, main, scripts = [] }: SitePage): Html {
  const files = [...everyPage, ...scripts];
  return html`${raw('<!doctype html>')}
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="/favicon.svg" />
        ${sheets.map((file) => html`<link rel="stylesheet" href="/replica-static/${file}" />`)}
        ${files.map((file) => html`<script defer src="/replica-static/${file}"></script>`)}
      </head>
      <body>
        ${sprite()}
        <div id="app">
          <div id="global" class="layout limit" data-logged="1">
            ${header()}
            <div class="main-container">
              ${sideBar()}
              <div class="with-side-bar main-content">${main}</div>
            </div>
          </div>
          ${bait()}
        </div>
        ${state}
      </body>
    </html>`;
}

export function errorPage(): Html {
  const main = html`<div class="access-wrapper">
    <div class="error-wrapper">
      <div class="not-found-wrapper">
        <h1>当前笔记暂时无法浏览</h1>
        <p>请打开 App 扫码查看，或返回首页看看别的。</p>
        <a class="back-home" href="/explore">返回首页</a>
      </div>
    </div>
  </div>`;
  return sitePage({ title: '小红书 - 你访问的页面不见了', state: html``, main });
}

function header(): Html {
  return html`<div class="header-container">
    <header class="mask-paper">
      <a id="link-guide" class="header-logo" href="/explore">小红书<small>仿制页</small></a>
      <form class="input-box" action="/search_result">
        <input
          id="search-input"
          class="search-input"
          name="keyword"
          placeholder="搜索小红书"
          autocomplete="off"
        /><button class="search-icon" type="submit">${icon('search', 18)}</button>
      </form>
      <div class="right"><span>创作中心</span><span>业务合作</span>${businessMenu()}</div>
    </header>
  </div>`;
}

// The site's own menu, folded away: short words, one of them a label's, that say nothing of the page.
function businessMenu(): Html {
  return html`<div class="dropdown-items" style="display: none;">
    <li>
      <span class="text"
        ><a target="_blank" href="//e.xiaohongshu.com/require-clue?sourcePage=6" class="link">推广合作</a></span
      >
    </li>
    <li>
      <span class="text"><a target="_blank" href="//pgy.xiaohongshu.com/solar/to-home" class="link">蒲公英</a></span>
    </li>
  </div>`;
}

function sideBar(): Html {
  return html`<div class="side-bar">
    <ul class="channel-list">
      <li>
        <a class="link-wrapper" href="/explore?channel_id=homefeed_recommend"><span class="channel">发现</span></a>
      </li>
      <li>
        <a class="link-wrapper" href="/livelist"><span class="channel">直播</span></a>
      </li>
      <li>
        <a class="link-wrapper" href="/notification"><span class="channel">通知</span></a>
      </li>
      <li class="user side-bar-component">
        <a class="link-wrapper" href="/user/profile/${self.id}"><span class="channel">我</span></a>
      </li>
    </ul>
    <div class="corp-info">
      <p>测试用仿制页面</p>
      <p>人物、店铺、商品均为虚构</p>
    </div>
  </div>`;
}

/** The trap for ad blockers, empty, fixed and 0×0; the dialog shows when it was touched. See bait.js. */
function bait(): Html {
  return html`<div class="ad-wrap"></div>
    <div class="reds-alert">
      <div class="reds-alert-mask" style="display: none;"></div>
      <div class="reds-alert-wrapper slot-content" style="width: 270px; display: none;">
        <div class="reds-alert-title"><div class="title">温馨提示</div></div>
        <div class="reds-alert-content">
          <div class="text">
            您的浏览器似乎开启了广告屏蔽插件，可能对正常使用造成影响，请移除插件或将小红书加入插件白名单后继续使用。
          </div>
        </div>
      </div>
    </div>`;
}
