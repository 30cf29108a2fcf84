import { readerAt, readPage, siteAt } from '..';
import { own } from '../dom';
import { pageShape, type PageShape } from '../shape';
import { scrubAddress } from './addresses';
import { scrubMarkup } from './markup';
import { scrubName } from './names';
import { makeStandIns, type StandIns } from './stand-ins';
import type { Vocabulary } from './types';
import { commonWords } from './words';

const vocabularies = import.meta.glob<Vocabulary>('../*/vocabulary.ts', { eager: true, import: 'vocabulary' });

/** What stands beside the page: where it was, by which rules it was read, and what they saw. */
export interface CaptureFacts {
  url: string;
  ruleVersion: string;
  language: string;
  shape: PageShape;
}

/** What comes from the address, from keys of the state and from names of elements goes by the names in the page. */
function scrubShape({ part, signals, unread, ...shape }: PageShape, standIns: StandIns): PageShape {
  const scrub = (text: string) => scrubName(text, standIns);
  return {
    ...shape,
    part: part && scrub(part),
    signals: signals.map(scrub),
    unread: unread.map((line) => line.replace(/^\S+/, scrub)),
  };
}

/**
 * A diagnostic capture: the page with its structure, and nothing of anybody in it. The person looks it over before it is
 * saved; put into test/fixtures/pages it runs as a test.
 */
export function scrubPage(document: Document, url: string): { html: string; json: string } | undefined {
  const vocabulary = vocabularies[`../${siteAt(url)?.id ?? ''}/vocabulary.ts`];
  const reader = readerAt(url);
  if (!vocabulary || !reader) return undefined;
  const words = new Set([...commonWords, ...vocabulary.words.split(/\s+/)]);
  const standIns = makeStandIns({ words, isTaken: vocabulary.isOwn });
  const root = document.documentElement;
  const facts: CaptureFacts = {
    url: scrubAddress(url, standIns),
    ruleVersion: reader.ruleVersion,
    language: scrubName(own(root, 'lang'), standIns),
    shape: scrubShape(pageShape(readPage(url, document)), standIns),
  };
  const html = scrubMarkup(root, { standIns, vocabulary });
  return { html, json: `${JSON.stringify(facts, null, 2)}\n` };
}
