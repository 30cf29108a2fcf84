import type { LinkPoster } from './types';

/** Who put a link into the comments: 作者, 商家, 买家, 路人. */
export type PosterRole = LinkPoster['role'] | 'buyer';

/** Blue links 评论区蓝链 as they were seen: one for each comment and target. */
export interface PostersReport {
  links: number;
  roles: Partial<Record<PosterRole, number>>;
  /** Whether somebody had asked for it 求链接: in the thread, under the note, or nobody on the page. */
  asked: Record<'thread' | 'note' | 'nobody', number>;
  /** From the question to the link, where both times can be read. */
  delay: { n: number; medianMs: number | null };
  /** Targets that were linked under more than one note. */
  repeated: number;
}
