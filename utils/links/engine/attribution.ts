import { decodeValue } from './query';
import type { Visit } from './types';

// What an ad system should have filled in: __IMEI__ {query} ${id}, all seen literally in links.
const MACRO = /^(?:__[A-Z\d_]+|\$?\{\w+\})$/;
// The sharer's account or device. Never kept, and cut out of what is kept: `nchl_param=share:<ncid>:` (t.vip.com,
// 2021). Shorter values ("1") identify nobody.
const PERSON = /[?&](?:share_uin|refer_share_uid|[ns]uid|ncid|ut_sk|appuid|xsec_token|shareRedId|TTID|_u)=([^&]{8,})/g;
// There are eleven names; a query that repeats them a thousand times is not a share.
const MOST_PERSONS = 11;

/** Keeps the platform's evidence parameters; what an outer address said first stays, so does the first duplicate. */
export function keepEvidence({ owner: { keep }, trail }: Visit, search: string): void {
  if (!keep || !search) return;
  let seen = ' ';
  let persons: string[] | undefined;
  keep.lastIndex = 0;
  for (let match = keep.exec(search); match; match = keep.exec(search)) {
    const [, name = '', raw = ''] = match;
    if (name in trail.attribution || seen.includes(` ${name} `)) continue;
    seen += `${name} `;
    const value = decodeValue(raw);
    if (!value || MACRO.test(value)) continue;
    persons ??= findPersons(search);
    trail.attribution[name] = persons.reduce((text, person) => text.replaceAll(person, '…'), value);
  }
}

function findPersons(search: string): string[] {
  const persons: string[] = [];
  PERSON.lastIndex = 0;
  for (let match = PERSON.exec(search); match && persons.length < MOST_PERSONS; match = PERSON.exec(search)) {
    persons.push(decodeValue(match[1] ?? ''));
  }
  return persons;
}
