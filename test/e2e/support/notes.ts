import { notes, type TruthLink, type TruthNote } from '../../replica/truth';

const [bedroom, serum, tote, tissue, kettle, earbuds, mask, coat, hotpot, makeup, teapot] = notes;

/** The notes that tests speak of, by what they are about. */
export const known = {
  bedroom: there(bedroom),
  serum: there(serum),
  tote: there(tote),
  tissue: there(tissue),
  kettle: there(kettle),
  earbuds: there(earbuds),
  mask: there(mask),
  coat: there(coat),
  hotpot: there(hotpot),
  makeup: there(makeup),
  teapot: there(teapot),
};

function there(note: TruthNote | undefined): TruthNote {
  if (!note) throw new Error('The replica has fewer notes than these tests need.');
  return note;
}

/** A note's first link on a surface. */
export function linkOn(note: TruthNote, surface: TruthLink['surface'] = 'ad-link'): TruthLink {
  const found = note.links.find((link) => link.surface === surface);
  if (!found) throw new Error(`${note.title} has no ${surface}`);
  return found;
}

/** Selects the anchor of a link. */
export function anchor({ href }: Pick<TruthLink, 'href'>): string {
  return `a[href=${JSON.stringify(href)}]`;
}

/** What a link says by itself: the item, else the shop, else its own address. */
export function targetOf({ itemKey, shopId, href }: TruthLink): string {
  return itemKey ?? (shopId === undefined ? href : `shop:${shopId}`);
}

/** An address as it may be kept: no query, which holds tokens. */
export function plain(url: string): string {
  return url.split('?')[0] ?? url;
}
