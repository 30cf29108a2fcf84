import { html, type Html } from '../html';
import type { CommentSpec, LinkSpec } from '../types';
import { count, icon } from './parts';

/** One comment with its first reply; the others wait behind 展开. */
export function parentComment(comment: CommentSpec): Html {
  const shown = comment.replies.slice(0, 1);
  const hidden = comment.replies.length - shown.length;
  return html`<div class="parent-comment">
    ${commentItem(comment, 'comment-item')}
    ${
      shown.length > 0 &&
      html`<div class="reply-container">
        <div class="list-container">${shown.map(reply)}</div>
        ${hidden > 0 && html`<div class="show-more">展开 ${hidden} 条回复</div>`}
      </div>`
    }
  </div>`;
}

export function reply(comment: CommentSpec): Html {
  return commentItem(comment, 'comment-item comment-item-sub');
}

function commentItem(comment: CommentSpec, className: string): Html {
  const profile = `/user/profile/${comment.person.id}?xsec_token=replica&xsec_source=pc_comment`;
  return html`<div id="comment-${comment.id}" class="${className}">
    <div class="comment-inner-container">
      <div class="avatar">
        <a href="${profile}"
          ><img class="avatar-item" alt="" src="/replica-static/avatar/${comment.person.id}.svg"
        /></a>
      </div>
      <div class="right">
        <div class="author-wrapper">
          <div class="author">
            <a class="name" href="${profile}">${comment.person.name}</a
            >${comment.byAuthor && html`<span class="tag">作者</span>`}${comment.byMerchant && html`<span class="tag">商家</span>`}
          </div>
        </div>
        <div class="content"><span class="note-text">${comment.text}</span>${comment.links.map(blueAnchor)}</div>
        ${comment.pinned && html`<div class="labels"><span class="top">置顶评论</span></div>`}
        <div class="info">
          <div class="date"><span>10-27</span><span class="location">${comment.person.place}</span></div>
          <div class="interactions">
            <div class="like">
              ${icon('like', 14, 'like-icon')}<span class="count"
                >${comment.likes === 0 ? '赞' : count(comment.likes)}</span
              >
            </div>
            <div class="reply icon-container">
              ${icon('chat', 14, 'reply-icon')}<span class="count"
                >${comment.replies.length === 0 ? '回复' : comment.replies.length}</span
              >
            </div>
          </div>
        </div>
      </div>
    </div>
  </div>`;
}

// What a blue link looks like on the web is unknown (field notes §9): an anchor is the least it must be.
function blueAnchor(link: LinkSpec): Html {
  return html`<a class="goods-mention" href="${link.href}" target="${link.target}">${link.label}</a>`;
}
