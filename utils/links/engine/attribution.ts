import type { Visit } from './types';

// What an ad system should have filled in: __IMEI__ {query} ${id}, all seen literally in links.
const MACRO = /^(?:__[A-Z\d_]+|\$?\{\w+\})$/;
// Values under these names are the sharer's account or device. They are never kept, and are cut out of
// what is kept: `nchl_param=share:<ncid>:` (t.vip.com, 2021).
const PERSONS = 'share_uin refer_share_uid ncid nuid suid ut_sk appuid xsec_token shareRedId TTID _u'.split(' ');
// Shorter values ("1", "xxx") are no identifiers and would tear holes into others.
const IDENTIFYING_LENGTH = 8;

/** Keeps the platform's evidence parameters. What an outer address said first stays; the first duplicate wins. */
export function keepEvidence(visit: Visit, values: Iterable<[string, string]> = visit.query): void {
  const { attribution } = visit.trail;
  for (const [name, value] of values) {
    if (!visit.owner.keep.has(name) || name in attribution || !value || MACRO.test(value)) continue;
    if ((visit.query.get(name) ?? value) === value) attribution[name] = withoutPersons(value, visit.query);
  }
}

function withoutPersons(value: string, query: URLSearchParams): string {
  let text = value;
  for (const name of PERSONS) {
    const person = query.get(name);
    if (person && person.length >= IDENTIFYING_LENGTH) text = text.replaceAll(person, '…');
  }
  return text;
}
