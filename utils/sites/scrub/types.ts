import type { StandIns } from './stand-ins';

/** What a site says of its own words, so that a scrubbed page of it still reads as before. */
export interface Vocabulary {
  /** A short text of the site itself, as against a person's: it stays. */
  isOwn: (text: string) => boolean;
  /** What shows a label: cards and notes. */
  units: string;
  /** The site's words in names, beside those in use everywhere. */
  words: string;
  /** Whether a value of the state is a count that a reader reads. */
  isCount: (key: string, value: string) => boolean;
  /** A person's text that asks for a link; its stand-in asks too. */
  asksForLink: (text: string) => boolean;
  asking: string;
  /** Words by which a text is known to send its reader to a shop. */
  shopWords: RegExp;
  /** The page's state in a script; no value where its text is broken. */
  readState: (script: string) => { text: string; value: unknown } | undefined;
}

export interface Tools {
  standIns: StandIns;
  vocabulary: Vocabulary;
}
