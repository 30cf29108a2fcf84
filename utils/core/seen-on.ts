import type { LinkReading, NoteReading, PageReading, SiteId } from './types';

interface Place {
  site: SiteId;
  /** The whole address; its query holds tokens and stays behind. */
  address: string;
}

/** What a note's page says of one of its links, for an item that the ledger does not hold. */
export interface SeenOn {
  site: SiteId;
  /** https origin and path. */
  url: string;
  note: NoteReading;
  link: LinkReading;
  ruleVersion?: string;
}

/** @returns undefined where no note shows it */
export function seenOn(
  { note, links, ruleVersion }: PageReading,
  key: string,
  { site, address }: Place,
): SeenOn | undefined {
  const link = links.find((reading) => reading.link.key === key);
  if (!link || !note) return undefined;
  const { origin, pathname } = new URL(address);
  return { site, url: origin + pathname, note, link, ...(ruleVersion !== undefined && { ruleVersion }) };
}
