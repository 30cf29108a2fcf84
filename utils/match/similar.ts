/** How alike two texts are, by what they are made of: words where a writing has them, pairs of characters in Chinese. */

/** Words that stand on half of all titles and tell none from another. */
const empty = /新款|正品|包邮|官方|旗舰店?|专柜|现货|爆款|同款|直营|等多件/gu;
const words = /\p{Script=Han}+|[[\p{Letter}\p{Number}]--\p{Script=Han}]+/gv;

/** The pieces that a title is compared by, each once. */
export function piecesOf(text: string): Set<string> {
  const runs = text.normalize('NFKC').toLowerCase().replace(empty, ' ').match(words) ?? [];
  return new Set(runs.flatMap((run) => (/^\p{Script=Han}/u.test(run) ? pairsOf(run) : [run])));
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, place) => `${characters[place] ?? ''}${character}`);
}

/**
 * 0 to 1. Half of it is what both share of all that they say, half of what they share of the shorter one: a title in a
 * note is a few words out of the shop's own thirty. One piece in common says nothing.
 */
export function similarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [short, long] = one.size < other.size ? [one, other] : [other, one];
  let common = 0;
  for (const piece of short) if (long.has(piece)) common += 1;
  if (common < 2) return 0;
  return common / (one.size + other.size) + common / (2 * short.size);
}

/** Whether two names of a shop are one; bills mask the middle: `示例**店`. */
export function isSameShop(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => name.normalize('NFKC').toLowerCase().replace(/\s/gu, ''));
  if (!a || !b) return false;
  return a === b || fitsMask(a, b) || fitsMask(b, a);
}

function fitsMask(mask: string, name: string): boolean {
  const [, start, end] = /^([^*]*)\*+([^*]*)$/u.exec(mask) ?? [];
  if (start === undefined || end === undefined || start === '') return false;
  return name.length > start.length + end.length && name.startsWith(start) && name.endsWith(end);
}
