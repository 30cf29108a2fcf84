import type { NoteSpec } from '../types';
import { comment } from './comments';
import { note, noteWith } from './note';
import { person } from './people';

const longLine = '今天也在认真生活。'.repeat(2500);

/** No shop link in any of them; all of them tempt a reader to find one, or to fall over. */
export const oddNotes: readonly NoteSpec[] = [
  note(31, {
    title: '这条不是广告，也没有赞助，姐妹们放心看',
    body: ['广告', '赞助', '购买同款、立即购买、领取补贴：以上词语仅用于吐槽，本文没有任何商品。'],
    tags: ['广告', '赞助'],
    art: 'cat',
  }),
  note(32, {
    title: '遇到这种链接千万别点！高仿网址合集',
    body: ['看清楚域名最后两段再点，前面写得再像都没用。'],
    tags: ['防骗'],
    art: 'window',
    traps: ['look-alikes'],
  }),
  note(33, {
    title: '手把手教你做一个会吃掉页面的表单',
    body: ['前端课作业，输入框的名字起得不太好。'],
    tags: ['前端'],
    art: 'desk',
    traps: ['clobbering-form'],
  }),
  noteWith(34, (base) => ({
    title: '<img src=x onerror="alert(1)"> 是什么？给文科生讲 XSS',
    body: [
      '</script><script>window.__pwned = 1</script>',
      '<a href="https://shop.example/1.html">看起来像链接，其实只是文字</a>',
      '{"goods_info":{"id":1},"ads_info":{}}',
    ],
    tags: ['网络安全'],
    art: 'desk',
    comments: [comment(base, 1, { text: '<b onclick=alert(1)>评论区也来一个</b>' })],
  })),
  note(35, {
    title: '\u202Eمرحبا｜在迪拜租房的第一周\u202C',
    body: [
      'שלום עולם、مرحبا بالعالم，翻译软件已经尽力了。',
      '零\u200B宽\u200B字\u200B符\u200B也\u200B在\u200B这\u200B里。',
    ],
    tags: ['海外生活'],
    art: 'sea',
  }),
  note(36, { title: '万字流水账｜慎入', body: [longLine, longLine], tags: ['流水账'], art: 'book' }),
  note(37, { title: '', body: ['没有标题，只想给你看看今天的海。'], art: 'sea', commentsDeclared: 0 }),
  note(38, {
    title: '状态脚本只剩半截的一篇：山顶日出',
    body: ['凌晨三点出发，云海在六点零二分打开。'],
    tags: ['徒步'],
    art: 'mountain',
    state: 'cut',
  }),
  named('广告', imitators(39, '广告')),
  named('品牌合作', imitators(40, '赞助')),
];

/** People whose names and words are those of the site: nobody is pinned, an author or a shop here. */
function imitators(number: number, title: string): NoteSpec {
  const words = ['置顶评论', '置顶', '作者', '商家', '官方', '广告', '展开 3 条回复', '- THE END -', '共 900 条评论'];
  return noteWith(number, (base) => ({
    title,
    body: ['广告', '赞助', '购买同款', '共 12 条评论'],
    tags: ['广告'],
    art: 'cat',
    commentsDeclared: 2 * words.length,
    comments: words.map((word, index) =>
      comment(base, 10 * index, {
        text: word,
        person: { ...person(300 + index), name: word },
        replies: [comment(base, 10 * index + 1, { text: `回复 ${word}`, person: { ...person(400), name: '作者' } })],
      }),
    ),
  }));
}

function named(name: string, spec: NoteSpec): NoteSpec {
  return { ...spec, author: { ...spec.author, name } };
}

/** What users say on films and pictures. */
export const labelWords = ['广告', '赞助', '品牌合作', '购买同款', '了解详情', 'Sponsored'] as const;

/** Anchors to hosts that only look like a shop's. None of them is a link. */
export const lookAlikes: readonly string[] = [
  'https://item.jd.com.evil.example/100081234561.html',
  'https://item.jd.com@evil.example/100081234561.html',
  'https://evil.example/item.jd.com/100081234561.html',
  'https://evil.example/?u=https://item.jd.com/100081234561.html',
  'https://detail-tmall.com/item.htm?id=724618390251',
  'https://xn--taoao-9za.com/item.htm?id=698215037714',
  'http://127.0.0.1/goods-detail/',
  'javascript:void(0)',
  'data:text/html,hello',
];
