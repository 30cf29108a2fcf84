import { scrubAddress } from './addresses';
import type { StandIns } from './stand-ins';
import type { Vocabulary } from './types';

/** Longer texts are cut: of what class they are shows by then. */
const longestText = 300;

const addresses = /https?:\/\/[^\s<>"'\x80-\uffff]+/gi;
/** Pictures and faces may be a name as well as letters may; marks of money and points tell a 口令. */
const pictures = /[^\p{ASCII}\p{L}\p{N}\p{P}\p{Sc}\p{Z}]/gu;

export function scrubWords(text: string, standIns: StandIns, { shopWords }: Vocabulary): string {
  const kept = text.split(shopWords);
  const words = text.match(shopWords) ?? [];
  return kept
    .map((part) => part.replace(/[\p{L}\p{N}\p{M}]+/gu, standIns.word).replace(pictures, '☆'))
    .reduce((whole, part, index) => whole + (words[index - 1] ?? '') + part);
}

/** A person's text: addresses keep their shape, what asks for a link goes on asking, all else becomes filler. */
export function scrubText(text: string, standIns: StandIns, vocabulary: Vocabulary): string {
  const words = text.trim();
  if (words === '' || vocabulary.isOwn(words)) return text;
  const short = text.slice(0, longestText);
  if (vocabulary.asksForLink(short)) return vocabulary.asking.padEnd(short.length, '。');
  const found = short.match(addresses) ?? [];
  return short
    .split(addresses)
    .map((part) => scrubWords(part, standIns, vocabulary))
    .reduce((whole, part, index) => whole + scrubAddress(found[index - 1] ?? '', standIns) + part);
}
