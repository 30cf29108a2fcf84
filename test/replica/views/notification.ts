import { listNotes } from '../data/notes';
import { person } from '../data/people';
import { html, type Html } from '../html';
import { sitePage } from './site';
import { emptyState } from './state';

/** 通知: people, notes and words of both kinds, and no card, no open note, no link that sells. */
export function notificationPage(): Html {
  const main = html`<div class="notification-page">
    <div class="reds-tabs-list">
      <div class="reds-tab-item active">评论和@</div>
      <div class="reds-tab-item">赞和收藏</div>
      <div class="reds-tab-item">新增关注</div>
    </div>
    <div class="tabs-content-container">
      ${listNotes()
        .slice(0, 8)
        .map((note, index) => {
          const who = person(40 + index);
          return html`<div class="container">
            <a class="user-avatar" href="/user/profile/${who.id}"
              ><img class="avatar-item" alt="" src="/replica-static/avatar/${who.id}.svg"
            /></a>
            <div class="main">
              <a href="/user/profile/${who.id}">${who.name}</a>
              <div class="interaction-hint"><span>评论了你的笔记</span><span class="interaction-time">昨天</span></div>
              <div class="interaction-content">
                ${index % 2 === 0 ? '求链接！' : `这个我在 https://item.jd.com/10008123456${index}.html 买过`}
              </div>
              <a class="extra" href="/explore/${note.id}?xsec_token=replica&amp;xsec_source=pc_notice"
                ><img alt="" src="/replica-static/art/note-${note.id}-0.svg"
              /></a>
            </div>
          </div>`;
        })}
    </div>
  </div>`;
  return sitePage({ title: '小红书 - 通知', state: emptyState(), main });
}
