// @vitest-environment happy-dom
import { beforeAll, describe, expect, type Mock, test, vi } from 'vitest';
import { ResearchView } from '@/components/dashboard/research/research-view';
import type { ResearchProps } from '@/components/dashboard/research/props';
import type { StudyRefusal } from '@/utils/core/study';
import { speak } from './i18n-setup';
import { report } from './made-density';
import { joined, left, openedBundle, research, researchActions, shown, studyFile } from './made-research';
import { all, draw, one, press } from './mount';

beforeAll(() => speak('en'));

/** Fields by kind, within one card. */
const fields = (kind: string, card: string) => [
  ...document.querySelectorAll<HTMLInputElement>(`#${card} input[type=${kind}]`),
];

async function show(change: Partial<ResearchProps> = {}) {
  const spies = Object.keys(researchActions).map((name) => [name, vi.fn<(...args: unknown[]) => undefined>()]);
  const spied = Object.fromEntries(spies) as Record<
    keyof typeof researchActions,
    Mock<(...args: unknown[]) => undefined>
  >;
  const view = await draw(<ResearchView {...research} {...change} actions={spied} />);
  return { ...spied, text: view.textContent.replaceAll(/[\u2068\u2069]/gu, '') };
}

describe('without a study', () => {
  test('offers to choose one, and says that all else works', async () => {
    const { text } = await show();
    expect(text).toContain('all else works without a study');
    expect(all('button', 'Export')).toHaveLength(0);
  });

  test.each<[StudyRefusal, string]>([
    [{ why: 'not-json' }, 'not readable JSON'],
    [{ why: 'foreign' }, 'not a study file'],
    [{ why: 'newer' }, 'newer version'],
    [{ why: 'expired' }, 'already over'],
    [{ why: 'weak-key' }, 'too simple'],
    [{ why: 'too-large' }, 'too large'],
    [{ why: 'shape', where: 'consent.text' }, 'missing or wrong: consent.text'],
    [
      { why: 'excess', excess: ['ids-without-ethics', 'ids-with-purchases'] },
      'ethics approval. Ids of notes and purchases',
    ],
    [{ why: 'excess', excess: ['purchases-without-consent'] }, 'a consent of their own'],
    [{ why: 'excess', excess: ['times-without-ethics'] }, 'Exact times'],
    [{ why: 'excess', excess: ['rows-at-sums'] }, 'sums alone'],
  ])('%o: says why', async (refusal, words) => {
    await show({ refusal });
    expect(all('status').map(({ textContent }) => textContent)).toContainEqual(expect.stringContaining(words));
  });
});

describe('consent', () => {
  const offer = { file: studyFile, sample: [shown] };

  test('says all there is to know, with rows of the person’s own', async () => {
    const { text } = await show({ offer });
    for (const part of [studyFile.purpose, studyFile.controller, 'Netherlands', 'EX-2026-117', studyFile.consent.text])
      expect(text).toContain(part);
    expect(text).toContain('秋天的第一件毛衣');
    expect(text).toContain('erased 30 days after the end');
  });

  test('nothing is ticked, and only both ticks let somebody in', async () => {
    const { onJoin, onDecline } = await show({ offer });
    expect(fields('checkbox', 'consent').map(({ checked }) => checked)).toEqual([false, false]);
    const take = () => one('button', 'Take part');
    for (const box of fields('checkbox', 'consent')) {
      expect(take().hasAttribute('disabled')).toBe(true);
      await press(box);
    }
    await press(take());
    expect(onJoin.mock.calls).toEqual([[{ purchases: false, automated: false }]]);
    await press(one('button', 'No, thank you'));
    expect(onDecline).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['day', 'none', 'Of purchasesthe day alone, without amounts'],
    ['minute', 'exact', 'Of purchasesthe time to the minute, with amounts'],
  ] as const)('how exactly purchases would be told: %s, %s', async (paidAt, amounts, words) => {
    const file = { ...studyFile, paidAt, amounts, tables: ['orders' as const], purchaseConsent: 'What I bought.' };
    expect((await show({ offer: { file } })).text).toContain(words);
    expect((await show({ offer: { file: { ...file, tables: ['links'] } } })).text).not.toContain('Of purchases');
  });

  test('that nobody is behind the profile is said, and has to be confirmed apart', async () => {
    expect((await show({ offer })).text).not.toContain('no person');
    const { onJoin, text } = await show({ offer: { file: { ...studyFile, subjectKind: 'sock_puppet' } } });
    expect(text).toContain('no person is behind this browser profile');
    const [age, consent, automated] = fields('checkbox', 'consent');
    for (const box of [age!, consent!]) await press(box);
    expect(one('button', 'Take part').hasAttribute('disabled')).toBe(true);
    await press(automated!);
    await press(one('button', 'Take part'));
    expect(onJoin.mock.calls).toEqual([[{ purchases: false, automated: true }]]);
  });

  test('purchases are agreed to apart, or not at all', async () => {
    const file = { ...studyFile, tables: ['orders' as const], purchaseConsent: 'What I bought.' };
    const { onJoin, text } = await show({ offer: { file } });
    expect(text).toContain('What I bought.');
    for (const box of fields('checkbox', 'consent')) await press(box);
    await press(one('button', 'Take part'));
    expect(onJoin.mock.calls).toEqual([[{ purchases: true, automated: false }]]);
  });
});

describe('in a study', () => {
  test('tells the name and what was left out, and asks before leaving', async () => {
    const { text, onLeave } = await show({ kept: { joined } });
    expect(text).toContain(joined.participantId);
    await press(one('button', 'Leave the study'));
    expect(onLeave).not.toHaveBeenCalled();
    await press(one('button', 'Stay'));
    await press(one('button', 'Leave the study'));
    await press(one('button', 'Leave the study'));
    expect(onLeave).toHaveBeenCalledTimes(1);
  });

  test('says from when on it gets anything, where a clock has run ahead', async () => {
    const ahead = { ...joined, observedFrom: research.now + 86_400_000 };
    const { text } = await show({ kept: { joined: ahead } });
    expect(text).toContain('A clock that ran ahead left rows with times yet to come.');
    expect(text).not.toContain('You take part since');
    const beyond = await show({ kept: { joined: { ...joined, observedFrom: Date.UTC(2200, 0, 1) } } });
    expect(beyond.text).toContain('The study gets nothing more.');
  });

  test('tasks say when they are over', async () => {
    const { text } = await show({ kept: { joined } });
    expect(text).toContain('ends after 20 notes, ends after 10 minutes');
    expect(text).toContain('the number was reached');
    const inShop = { id: 'shop-5', surface: 'shop' as const, task: 'Look.', stop: { units: 5 } };
    const ofShop = { ...joined, file: { ...joined.file, protocol: [inShop] } };
    expect((await show({ kept: { joined: ofShop } })).text).toContain('ends after 5 items of the shop');
  });

  test('tasks begin and end by a press, one at a time', async () => {
    const { onStartTask } = await show({ kept: { joined } });
    await press(one('button', 'Start'));
    expect(onStartTask.mock.calls).toEqual([['home-20']]);
    const running = { ...joined, runs: [{ task: 'home-20', startedAt: 0 }] };
    const { onStopTask } = await show({ kept: { joined: running } });
    await press(one('button', 'Stop the task'));
    expect(onStopTask).toHaveBeenCalledTimes(1);
  });

  test('rows are seen, searched, and left out', async () => {
    const { onReview } = await show({ kept: { joined } });
    await press(one('button', 'Show rows'));
    expect(onReview.mock.calls).toEqual([[{ table: 'sessions', text: '', count: 50 }]]);
    const query = { table: 'exposures' as const, text: '', count: 50 };
    const ready = await show({ kept: { joined }, review: { state: 'ready', query, shown } });
    expect(ready.text).toContain('The first 3 rows.');
    expect(ready.text).not.toContain('stay here');
    const [first, , third] = document.querySelectorAll('#review tbody tr');
    const [leaveOut] = all('button', 'Leave out', first);
    await press(leaveOut!);
    expect(ready.onLeaveOut.mock.calls).toEqual([[['u:v|card:1']]]);
    expect(all('button', 'Leave out', third!)).toHaveLength(0);
    await press(one('button', 'Show more'));
    expect(ready.onReview.mock.calls).toEqual([[{ ...query, count: 100 }]]);
  });

  test('what no table shows, since the study may not see its time, is counted', async () => {
    const query = { table: 'exposures' as const, text: '', count: 50 };
    const { text } = await show({
      kept: { joined },
      review: { state: 'ready', query, shown: { ...shown, outside: 1_234 } },
    });
    expect(text).toContain('1,234 records stay here');
  });

  test('tables with purchases are not offered to whoever kept them', () => {
    const file = { ...studyFile, tables: ['orders' as const, 'links' as const], purchaseConsent: 'x' };
    const tables = async (purchases: boolean) => {
      await show({ kept: { joined: { ...joined, file, purchases } } });
      return [...document.querySelectorAll('#review option')].map((each) => each.textContent);
    };
    return tables(false)
      .then((names) => expect(names).not.toContain('Purchases'))
      .then(() => tables(true))
      .then((names) => expect(names).toContain('Purchases'));
  });

  test('says of an export whose study was left meanwhile that there is no file', async () => {
    const { text } = await show({ kept: {}, bundle: { state: 'failed', why: 'left' } });
    expect(text).toContain('You had left this study by then. No file was written.');
  });

  test('exports in the form that was chosen, tells how far it is, and can be stopped', async () => {
    const { onBundle, text } = await show({ kept: { joined } });
    await press(one('button', 'Export'));
    await press(fields('radio', 'bundle')[1]!);
    await press(one('button', 'Export'));
    expect(onBundle.mock.calls).toEqual([[{ format: 'parquet', mark: true }], [{ format: 'csv', mark: true }]]);
    expect(text).toContain('1 export so far');
    const { onStopBundle, text: running } = await show({
      kept: { joined },
      bundle: { state: 'running', done: 1_200, total: 58_023 },
    });
    expect(running).toContain('1,200 of 58,023 records read');
    await press(one('button', 'Stop'));
    expect(onStopBundle).toHaveBeenCalledTimes(1);
  });

  test.each<[ResearchProps['bundle'], string]>([
    [{ state: 'done', result: { name: 'a.zip', bytes: 1_500, rows: 3, where: 'written' } }, 'Done: 3 rows, 1.5 kB'],
    [{ state: 'done', result: { name: 'a.zip', bytes: 1_500, rows: 3, where: 'handed' } }, 'make sure that it is kept'],
    [{ state: 'stopped' }, 'No file was written'],
    [{ state: 'failed', why: 'full' }, 'not enough room'],
    [{ state: 'failed', why: 'failed' }, 'was not written'],
  ])('%o: says how it ended', async (bundle, words) => {
    expect((await show({ kept: { joined }, bundle })).text).toContain(words);
  });
});

test('who left gets the file that says so', async () => {
  const other = { ...left, participantId: `p-${'b'.repeat(26)}` };
  const { text, onWithdrawal, onPutAway } = await show({ kept: { left: [left, other] } });
  expect(text).toContain(studyFile.contact);
  expect(text).not.toContain(other.participantId); // its turn comes once the first is put away
  await press(one('button', 'Save the withdrawal file'));
  await press(one('button', 'Done, put this away'));
  expect([onWithdrawal.mock.calls, onPutAway.mock.calls]).toEqual([[[left]], [[left]]]);
});

test('an export that was opened says what is in it, and whether it is as it was written', async () => {
  const opened = { state: 'done', result: { ...openedBundle, shown } } as const;
  const { text, onLook, onFigures } = await show({ opened });
  expect(text).toContain('434 rows');
  expect(text).toContain('as it was written');
  await press(one('button', 'Look at Shop links seen'));
  expect(onLook.mock.calls).toEqual([['links']]);
  await press(one('button', 'Show its figures'));
  expect(onFigures).toHaveBeenCalledTimes(1);
  const figures = { report, leftOut: 2, repeated: 40 };
  const computed = await show({ opened: { state: 'done', result: { ...openedBundle, figures } } });
  expect(computed.text).toContain('2 rows lack what they must have and 40 were there twice');
  expect(computed.text).toContain('Ad load');
  const broken = await show({ opened: { state: 'done', result: { ...openedBundle, changed: ['links.csv'] } } });
  expect(broken.text).toContain('Not as written: links.csv');
  const missing = ['links.csv', 'consent.json'];
  const partial = await show({ opened: { state: 'done', result: { ...openedBundle, missing } } });
  expect(partial.text).toContain('2 files that were written are missing: links.csv consent.json');
  expect(partial.text).not.toContain('as it was written');
  expect((await show({ opened: { state: 'failed', why: 'damaged' } })).text).toContain('or it is damaged');
});

test('authors are named only for who says that it is their own account', async () => {
  const { onEnvelope } = await show();
  expect(one('button', 'Export the notes').hasAttribute('disabled')).toBe(true);
  await press(fields('checkbox', 'envelope')[0]!);
  await press(one('button', 'Export the notes'));
  expect(onEnvelope).toHaveBeenCalledTimes(1);
});
