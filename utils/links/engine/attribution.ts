import { decodeValue, valueOf } from './query';
import type { Visit } from './types';

// What an ad system should have filled in: __IMEI__ {query} ${id}, all seen literally in links.
const MACRO = /^(?:__[A-Z\d_]+|\$?\{\w+\})$/;
// Values under these names are the sharer's account or device. They are never kept, and are cut out of
// what is kept: `nchl_param=share:<ncid>:` (t.vip.com, 2021). Shorter values ("1") identify nobody.
const PERSONS = [
  'share_uin',
  'refer_share_uid',
  'ncid',
  'nuid',
  'suid',
  'ut_sk',
  'appuid',
  'xsec_token',
  'shareRedId',
  'TTID',
  '_u',
];
const IDENTIFYING_LENGTH = 8;

/** Keeps the platform's evidence parameters, or the same out of JSON; what an outer address said first stays. */
export function keepEvidence({ owner, query, trail }: Visit, values = query): void {
  for (const [name, raw] of values) {
    if (!raw || !owner.keep.has(name) || name in trail.attribution) continue;
    let text = values === query ? decodeValue(raw) : raw;
    if (MACRO.test(text)) continue;
    for (const other of PERSONS) {
      const person = valueOf(query, other);
      if (person.length >= IDENTIFYING_LENGTH) text = text.replaceAll(person, '…');
    }
    trail.attribution[name] = text;
  }
}
