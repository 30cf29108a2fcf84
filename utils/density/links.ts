import { mean, ratio } from '../core/numbers';

interface NoteLinks {
  ad_links: number;
  /** Comments rendered, never all that the note has; null where nobody knows, which is no comment of any figure. */
  comments_seen: number | null;
  comments_with_blue_link: number | null;
  blue_links: number;
}

/** Ad links and blue links per note and per comment seen. One pass. */
export function linkDensity(notes: Iterable<NoteLinks>) {
  const total = { notes: 0, withAdLink: 0, withBlueLink: 0, withAny: 0, adLinks: 0, comments: 0, marked: 0, blue: 0 };
  const shares: number[] = [];
  for (const note of notes) {
    total.notes += 1;
    total.withAdLink += Number(note.ad_links > 0);
    total.withBlueLink += Number(note.blue_links > 0);
    total.withAny += Number(note.ad_links + note.blue_links > 0);
    total.adLinks += note.ad_links;
    if (note.comments_seen === null || note.comments_with_blue_link === null) continue;
    total.comments += note.comments_seen;
    total.marked += note.comments_with_blue_link;
    total.blue += note.blue_links;
    if (note.comments_seen > 0) shares.push(note.comments_with_blue_link / note.comments_seen);
  }
  return {
    notes: total.notes,
    ad_link_prevalence: ratio(total.withAdLink, total.notes),
    blue_link_note_prevalence: ratio(total.withBlueLink, total.notes),
    commercial_note_prevalence: ratio(total.withAny, total.notes),
    comments_seen: total.comments,
    blue_link_comment_share: ratio(total.marked, total.comments),
    blue_links_per_100_comments: ratio(100 * total.blue, total.comments),
    mean_ad_links_per_note: ratio(total.adLinks, total.notes),
    macro_blue_link_comment_share: mean(shares),
  };
}
