import { notes, type TruthLink, type TruthNote } from '../../replica/truth';

const [bedroom, serum, tote, , kettle, earbuds] = notes;

/** The notes that tests speak of, by what they are about. */
export const known = {
  bedroom: there(bedroom),
  serum: there(serum),
  tote: there(tote),
  kettle: there(kettle),
  earbuds: there(earbuds),
};

function there(note: TruthNote | undefined): TruthNote {
  if (!note) throw new Error('The replica has fewer notes than these tests need.');
  return note;
}

/** Selects a note's first link on a surface. */
export function anchor(note: TruthNote, surface: TruthLink['surface'] = 'ad-link'): string {
  const found = note.links.find((link) => link.surface === surface);
  if (!found) throw new Error(`${note.title} has no ${surface}`);
  return `a[href=${JSON.stringify(found.href)}]`;
}
