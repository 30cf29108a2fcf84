import { decodeValue } from './query';
import type { Visit } from './types';

// What an ad system should have filled in: __IMEI__ {query} ${id}, all seen literally in links.
const MACRO = /^(?:__[A-Z\d_]+|\$?\{\w+\})$/;
// The sharer's account or device. Never kept, and cut out of what is kept: `nchl_param=share:<ncid>:` (t.vip.com, 2021).
const PERSONS = 'share_uin|refer_share_uid|[ns]uid|ncid|ut_sk|appuid|xsec_token|shareRedId|TTID|_u';
// In an address within a value, encoded once more or not: `backURL=https://…?TTID=…`.
const NESTED_PERSON = new RegExp(`((?:[?&]|%3F|%26)(?:${PERSONS})(?:=|%3D))[^&%]{8,}`, 'g');
/** With its value: what a target is told apart by. */
export const PERSON = new RegExp(
  `(?<=[?&]|%(?:25)*(?:3[Ff]|26))(?:${PERSONS})(?:=|%(?:25)*3[Dd])(?:(?!%(?:25)*26)[^&])*(?:&|%(?:25)*26)?`,
  'g',
);
// There are eleven names; a query that repeats them a thousand times is not a share.
const MOST_PERSONS = 11;

/** Finds in a query the parameters to keep (the first group) and, unnamed, those of persons. */
export function keepPattern(names: string): RegExp {
  return new RegExp(`[?&](?:(${names.replaceAll(' ', '|')})|${PERSONS})=([^&]*)`, 'g');
}

/** Keeps the platform's evidence parameters; what an outer address said first stays, so does the first duplicate. */
export function keepEvidence({ owner: { keep }, trail: { attribution } }: Visit, search: string): void {
  if (!keep || !search) return;
  const own: Record<string, string> = {};
  const persons: string[] = [];
  keep.lastIndex = 0;
  for (let match = keep.exec(search); match; match = keep.exec(search)) {
    const [, name, raw = ''] = match;
    if (name) own[name] ??= decodeValue(raw);
    // Shorter values ("1") identify nobody.
    else if (raw.length >= 8 && persons.length < MOST_PERSONS) persons.push(decodeValue(raw));
  }
  for (const [name, value] of Object.entries(own)) {
    if (!value || name in attribution || MACRO.test(value)) continue;
    const cut = persons.reduce((text, person) => text.replaceAll(person, '…'), value);
    attribution[name] = cut.replace(NESTED_PERSON, '$1…');
  }
}
