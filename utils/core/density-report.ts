/** Figures on the density of ads, as they are put on screen: each with what it rests on. */

/** A share with its interval; below the least number of units or sessions there is none, and no number. */
export type Estimate =
  | { state: 'few'; units: number; clusters: number }
  | { state: 'known'; value: number; low: number; high: number; part: number; units: number; clusters: number };

/** A median with its interval; null where it lies further than anybody looked. */
export type Middle =
  | { state: 'few'; units: number; clusters: number }
  | { state: 'known'; value: number | null; low: number | null; high: number | null; units: number; clusters: number };

/** Below these nothing is said: a handful of cards says nothing, one evening says nothing of the next. */
export const fewest = { units: 20, clusters: 5 } as const;

export interface Group {
  /** In the words of the export: `explore_feed`, `merchant`, `2026-11-21`. */
  name: string;
  loaded: Estimate;
  viewable: Estimate;
}

/** Edges are null where nothing is left, and none can be told. */
interface Step {
  at: number;
  share: number;
  low: number | null;
  high: number | null;
}

/** A share by its name. */
export interface NamedShare {
  name: string;
  share: Estimate;
}

/** What is counted of note cards in lists. */
export interface LoadReport {
  loaded: Estimate;
  viewable: Estimate;
  byPage: Group[];
  /** Not of cards: of notes opened, and for comments of comments on screen, those that carry a link there. */
  byPlace: Group[];
  byRole: Group[];
  byDay: Group[];
  /** How much of what was viewable is of which class. */
  byClass: NamedShare[];
}

export interface PositionReport {
  /** Page views of lists that were told from their first place on, with a place for each ad, and their sessions; enough of these, or nothing below is told. */
  pages: number;
  sessions: number;
  isEnough: boolean;
  /** Of lists that are known to have an ad or none: those without any. They count up to where they were left. */
  without: Estimate;
  median: Middle;
  steps: Step[];
  /** The furthest place up to which a list waited for its first ad. */
  until: number;
  /** Notes between two ads, and how many ads stand right after another. */
  gaps: { mean: Estimate; median: Middle; adjacent: Estimate };
  /** Of the first 5, 10, 20 of the lists that were long enough. */
  firsts: { k: number; pages: number; share: Estimate }[];
}

export interface PageReport {
  pages: number;
  height: Middle;
  area: Middle;
  /** The Better Ads line of this device, and how many page views lie above it. */
  line: number;
  above: Estimate;
}

export interface AttentionReport {
  time: Estimate;
  pixels: Estimate;
  /** Viewable ads in an hour in front of the page. */
  perHour: Estimate;
  activeMs: number;
}

export interface LinkReport {
  /** Notes opened with such a link, over all notes opened. */
  notes: { name: 'ad_link' | 'product_card' | 'blue_link' | 'other'; share: Estimate }[];
  anyLink: Estimate;
  /** Of comments on screen, never of all that a note has. */
  comments: Estimate;
  /** Blue links in a hundred of them. */
  per100: Estimate;
  /** Of links to platforms that are known, the most first. */
  platforms: NamedShare[];
  /** Herfindahl–Hirschman index of the platforms. */
  concentration: Middle;
  posters: NamedShare[];
}

export interface LabelReport {
  /** Of units with a purchase link, as all below but `feed`. */
  any: Estimate;
  statutory: Estimate;
  none: Estimate;
  visible: Estimate;
  /** Merchants left out: they need no mark in their own account. */
  scoped: Estimate;
  scopedNone: Estimate;
  /** Cards that were served as ads, with the word 广告. */
  feed: Estimate;
  kinds: NamedShare[];
  /** The literal words, as the export has them, the most frequent first. */
  texts: { text: string; share: Estimate }[];
}

/** What rows of the export say, of the ledger's own or of an export's that was opened. */
export interface DensityReport {
  /** Epoch ms of the first and the last unit; absent when there is none. */
  from?: number;
  to?: number;
  sessions: number;
  units: number;
  /** Of these, whose class could be decided: the rest is in no share. */
  known: number;
  unread: number;
  /** UTC days on which something was seen to hide ads, of those on which that could be seen: there, counts of ads are a lower bound. */
  blocked: { days: number; of: number };
  /** Rule versions that read them. */
  rules: string[];
  load: LoadReport;
  positions: PositionReport;
  page: PageReport;
  attention: AttentionReport;
  links: LinkReport;
  labels: LabelReport;
}

/** What only the person's own records say: no export has titles, or times of comments. */
export interface LocalReport {
  /** Of notes opened, those with a link outside their comments to something of that category. */
  byCategory: Group[];
  /** The median of CSS px from a label to the nearest purchase link of its card or note. */
  distance: Middle;
  /** Between a question for a link and the link: least and most that the page's words allow, as medians, in ms. */
  delay: { least: Middle; most: Middle };
  /** Of ad links, the most first. */
  categories: CategoryReport[];
  /** Links to health goods among all links of notes; and of these, those on notes that teach. */
  health: { links: Estimate; onKnowledge: Estimate; words: string[] };
  /** Ad links out of the site among ad links; of these, those on notes read without an ad label, and those to Taobao. */
  shops: { outside: Estimate; unlabelled: Estimate; taobao: Estimate };
}

export interface CategoryReport extends NamedShare {
  /** Epoch ms. */
  firstAt: number;
  /** The sources that list it among what ad links may lead to. */
  allowedBy: string[];
  keptIn: string[];
}
