import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { ledgerWriter } from '@/utils/writer/handle';
import * as made from '../ledger/made-events';
import { madeDoor, ownPage, pageScript } from '../writer/made-door';

// Firefox 153, 2026-11: a tab that closed while the background woke is no part of its message's sender any more.
test('the last words of a tab that has closed meanwhile are heard', async () => {
  const { id, url } = pageScript;
  const row = made.click(1, made.jdItem);
  const { door } = await madeDoor();
  expect(await ledgerWriter(door).handle({ type: 'append', rows: [row] }, { id, url })).toEqual({ ok: [row.id] });
});

test.each([
  ['without an address', { id: pageScript.id }],
  ['from a page of the extension that is not ours', { id: 'made', url: ownPage.url.replace('made', 'other') }],
])('a sender %s is not', async (_what, sender) => {
  const { door } = await madeDoor();
  expect(ledgerWriter(door).handle({ type: 'hello' }, sender)).toBeUndefined();
});
