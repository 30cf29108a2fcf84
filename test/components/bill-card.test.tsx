// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import { BillCard } from '@/components/dashboard/purchases/bill-card';
import type { BillView } from '@/components/dashboard/purchases/bill-props';
import type { BillSent } from '@/utils/core/bill-parts';
import { speak } from './i18n-setup';
import { billPreview, refusedBills, untouchedBills } from './made-purchases';
import { billActions } from './bill-actions';
import { all, draw, one, press } from './mount';

beforeAll(() => speak('en'));

async function show(view: Partial<BillView>) {
  const actions = billActions();
  const place = await draw(<BillCard bills={{ ...untouchedBills, ...view }} {...actions} />);
  return { ...actions, text: place.textContent.replaceAll(/[\u2068\u2069]/gu, '') };
}

const looked = (result: typeof billPreview): Partial<BillView> => ({ reading: { state: 'done', result } });

describe('bills', () => {
  test('are taken by button and by drop, several at once', async () => {
    const { onFiles } = await show({});
    const files = [new File(['a'], 'a.csv'), new File(['b'], 'b.zip')];
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    expect(input.multiple).toBe(true);
    Object.defineProperty(input, 'files', { value: files, configurable: true });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(drop, { dataTransfer: { files } });
    document.querySelector('.drop')!.dispatchEvent(drop);
    expect(onFiles.mock.calls).toEqual([[files], [files]]);
    expect(drop.defaultPrevented).toBe(true);
  });

  test('tell of an import that broke off, until that is put away and after the next one', async () => {
    const takenBack = { at: Date.UTC(2026, 10, 20), purchases: 3 };
    const { text, onForget } = await show({ takenBack });
    expect(text).toContain('taken back on Nov 20, 2026: the 3 changes that it had made are gone');
    await press(one('button', 'Got it, put this away'));
    expect(onForget).toHaveBeenCalledTimes(1);
    expect((await show({ takenBack, reading: { state: 'running', done: 0 } })).text).not.toContain('taken back');
    expect((await show({ takenBack, ...looked(billPreview) })).text).not.toContain('taken back');
    // Reading another bill came to nothing
    for (const reading of [{ state: 'stopped' }, { state: 'failed', why: 'failed' }] as const)
      expect((await show({ takenBack, reading })).text).toContain('taken back on Nov 20');
    // An import of something else has ended: the first may have been taken back at its beginning
    const result: BillSent = { end: 'done', added: 2, known: 0, refused: 0 };
    expect((await show({ takenBack, writing: { state: 'done', result } })).text).toContain('taken back on Nov 20');
  });

  test('say by which limit of time what they bring goes again, where there is anything to bring', async () => {
    expect((await show(looked(billPreview))).text).not.toContain('keeps purchases for');
    const limited = { ...billPreview, keptDays: 30 };
    expect((await show(looked(limited))).text).toContain(
      'This ledger keeps purchases for 30 days. What was bought earlier goes',
    );
    expect((await show(looked({ ...limited, fresh: 0 }))).text).not.toContain('keeps purchases for');
  });

  test('say that they are of another account', async () => {
    const said = 'of another account than those of the order pages';
    expect((await show(looked(billPreview))).text).not.toContain(said);
    expect((await show(looked({ ...billPreview, isOfAnother: true }))).text).toContain(said);
  });

  test('are looked into before anything changes, and that can be stopped', async () => {
    const { text, onStop } = await show({ reading: { state: 'running', done: 500_000, total: 1_000_000 } });
    expect(text).toContain('500 kB of 1 MB read; nothing has been changed');
    expect(document.querySelector('progress')!.value).toBe(500_000);
    await press(one('button', 'Stop'));
    expect(onStop).toHaveBeenCalledTimes(1);
  });

  test('say what is in them: by shop, left out, not read and why, line by line', async () => {
    const { text, onImport, onAgain } = await show(looked(billPreview));
    for (const part of [
      'Account: s***@example.com',
      '38 purchases. 112 other money matters are left out',
      '61 lines could not be read: in another currency, 1; looks different from what is known, 60',
      'Row 19: in another currency',
      '11 more are not listed here',
      '2 refunds are of no payment in these files or in the ledger',
      'New or changed44',
      'Already there3',
      'taobao30',
    ])
      expect(text).toContain(part);
    await press(one('button', 'Import 44 purchases'));
    await press(one('button', 'Choose other files'));
    expect([onImport.mock.calls.length, onAgain.mock.calls.length]).toEqual([1, 1]);
  });

  test('that hold nothing new are not offered', async () => {
    const { text } = await show(looked({ ...billPreview, fresh: 0, known: 47 }));
    expect(text).toContain('The ledger already has all of it');
    expect(all('button').map(({ textContent }) => textContent)).toEqual(['Choose other files']);
  });

  test('that are none say so, each in words that help', async () => {
    const { text } = await show(looked(refusedBills));
    for (const part of [
      'The password is in the app',
      'not a bill that Bacao knows',
      'This file is empty',
      'This file is damaged',
      'Export a shorter stretch of time',
    ])
      expect(text).toContain(part);
    expect(all('button').map(({ textContent }) => textContent)).toEqual(['Choose other files']);
  });

  test('being imported, tell how far it is', async () => {
    const { text } = await show({ writing: { state: 'running', done: 500, total: 1_203 } });
    expect(text).toContain('500 of 1,203 purchases dealt with');
  });

  test.each<[BillSent['end'], string]>([
    ['stopped', 'Stopped.'],
    ['erased', 'erased meanwhile'],
    ['taken-back', 'taken back before it was whole'],
    ['full', 'no room for it'],
    ['unanswered', 'interrupted'],
    ['failed', 'interrupted'],
  ])('ended as %s: nothing of them is left', async (end, words) => {
    const result = { end, added: 0, known: 3, refused: 1 };
    const { text } = await show({ writing: { state: 'done', result } });
    for (const part of [words, 'Nothing of it is in the ledger', '1 was not understood']) expect(text).toContain(part);
    for (const part of ['added or changed', 'added twice', 'See what may']) expect(text).not.toContain(part);
  });

  test.each<[BillSent, string, boolean]>([
    [{ end: 'done', added: 44, known: 3, refused: 1 }, 'The import is complete', false],
    [{ end: 'full', added: 44, known: 3, refused: 1, remains: true }, 'could not be taken back', true],
  ])('of which something is left: in words and numbers', async (...[result, words, goesOn]) => {
    const { text, onMatch } = await show({ writing: { state: 'done', result } });
    for (const part of [words, '44 added or changed, 3 already there.', '1 was not understood'])
      expect(text).toContain(part);
    expect(text.includes('nothing is added twice')).toBe(goesOn);
    await press(one('button', 'See what may belong together'));
    expect(onMatch).toHaveBeenCalledTimes(1);
  });

  test('tell where each comes from', async () => {
    const { text } = await show({});
    expect(text).toContain('for personal bookkeeping');
  });
});
