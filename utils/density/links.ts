import { isNumber, mean, ratio } from '../core/numbers';

/** Null where nobody counted: such a note is in no share of what was not counted. */
interface NoteLinks {
  ad_links: number | null;
  /** Comments rendered, never all that the note has. */
  comments_seen: number | null;
  comments_with_blue_link: number | null;
  blue_links: number | null;
}

/** Ad links and blue links per note and per comment seen. One pass. */
export function linkDensity(notes: Iterable<NoteLinks>) {
  const has = { adLink: noShare(), blueLink: noShare(), any: noShare() };
  const total = { notes: 0, adLinks: 0, comments: 0, marked: 0, blue: 0 };
  const shares: number[] = [];
  for (const { ad_links: ads, blue_links: blue, comments_seen: comments, comments_with_blue_link: marked } of notes) {
    total.notes += 1;
    count(has.adLink, ads);
    count(has.blueLink, blue);
    count(has.any, ads === null || blue === null ? null : ads + blue);
    total.adLinks += ads ?? 0;
    if (!isNumber(comments) || !isNumber(marked) || !isNumber(blue)) continue;
    total.comments += comments;
    total.marked += marked;
    total.blue += blue;
    if (comments > 0) shares.push(marked / comments);
  }
  return {
    notes: total.notes,
    ad_link_prevalence: ratio(has.adLink.part, has.adLink.notes),
    blue_link_note_prevalence: ratio(has.blueLink.part, has.blueLink.notes),
    commercial_note_prevalence: ratio(has.any.part, has.any.notes),
    comments_seen: total.comments,
    blue_link_comment_share: ratio(total.marked, total.comments),
    blue_links_per_100_comments: ratio(100 * total.blue, total.comments),
    mean_ad_links_per_note: ratio(total.adLinks, has.adLink.notes),
    macro_blue_link_comment_share: mean(shares),
  };
}

interface Share {
  /** Notes whose links were counted, and those of them that have one. */
  notes: number;
  part: number;
}

const noShare = (): Share => ({ notes: 0, part: 0 });

function count(share: Share, links: number | null): void {
  if (!isNumber(links)) return;
  share.notes += 1;
  share.part += Number(links > 0);
}
