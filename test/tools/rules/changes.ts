import type { PageReading } from '../../../utils/core/types';

/** What one reading says, a fact a line: each by what it is about, so that order and number do not matter. */
function factsOf({ kind, part, note, cards, comments, links, signals = [], unread, savedNotes, shop }: PageReading) {
  const facts: [string, unknown][] = [
    ['page', { kind, part, savedNotes, shop }],
    ['note', note],
    ...cards.map((card): [string, unknown] => [`card ${String(card.position)}`, card]),
    ...comments.map((comment, place): [string, unknown] => [`comment ${comment.id ?? String(place)}`, comment]),
    ...links.map(({ surface, link, commentId = '', ...rest }): [string, unknown] => [
      ['link', surface, link.key, commentId].join(' ').trim(),
      rest,
    ]),
    ...signals.map(({ where, noteId = '', layer, rule }): [string, unknown] => [
      ['signal', layer, rule, where, noteId].join(' ').trim(),
      true,
    ]),
    ...unread.map(({ where, reason }): [string, unknown] => [`unread ${where}`, reason]),
  ];
  return new Map(facts.flatMap(([about, value]) => fieldsOf(about, value)));
}

function fieldsOf(about: string, value: unknown): [string, string][] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null) return [[about, JSON.stringify(value)]];
  const fields = Object.entries(value).flatMap(([name, inner]) => fieldsOf(`${about} ${name}`, inner));
  return fields.length > 0 ? fields : [[about, '{}']];
}

/** What another set of rules changes, a line each: `+` only the second says so, `-` only the first, `~` both, differently. */
export function changesBetween(before: PageReading, after: PageReading): string[] {
  const [old, now] = [factsOf(before), factsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((about) => {
    const [was, is] = [old.get(about), now.get(about)];
    if (was === is) return [];
    if (was === undefined) return [`+ ${about} ${String(is)}`];
    return [is === undefined ? `- ${about} ${was}` : `~ ${about} ${was} → ${is}`];
  });
}
