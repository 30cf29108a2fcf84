import { decodeValue, valueOf } from './query';
import type { Visit } from './types';

// What an ad system should have filled in: __IMEI__ {query} ${id}, all seen literally in links.
const MACRO = /^(?:__[A-Z\d_]+|\$?\{\w+\})$/;
// Values under these names are the sharer's account or device. They are never kept, and are cut out of
// what is kept: `nchl_param=share:<ncid>:` (t.vip.com, 2021).
export const PERSONS = 'share_uin refer_share_uid ncid nuid suid ut_sk appuid xsec_token shareRedId TTID _u'.split(' ');
// Shorter values ("1", "xxx") are no identifiers and would tear holes into others.
const IDENTIFYING_LENGTH = 8;

/** Keeps the platform's evidence parameters; what an outer address said first stays. */
export function keepEvidence(visit: Visit): void {
  for (const [name, raw] of visit.query) if (visit.owner.keep.has(name)) keepValue(visit, name, decodeValue(raw));
}

/** The same for what an address holds in JSON. */
export function keepFields(visit: Visit, fields: ReadonlyMap<string, string>): void {
  for (const [name, value] of fields) if (visit.owner.keep.has(name)) keepValue(visit, name, value);
}

function keepValue({ trail, query }: Visit, name: string, value: string): void {
  if (!value || name in trail.attribution || MACRO.test(value)) return;
  let text = value;
  for (const other of PERSONS) {
    const person = query.has(other) ? valueOf(query, other) : '';
    if (person.length >= IDENTIFYING_LENGTH) text = text.replaceAll(person, '…');
  }
  trail.attribution[name] = text;
}
