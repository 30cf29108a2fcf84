import { openDashboard, press, untilSaid } from '../../e2e/support/dashboard';
import { holdStill } from '../../e2e/support/hostile-page';
import { known } from '../../e2e/support/notes';
import type { Stage } from '../../e2e/support/open-stage';
import { openPopup, readGroups, readText, showTab, words } from '../../e2e/support/popup';
import { openNote } from '../asleep';
import { type Book, openBook } from '../book';
import { damageNames, damageRows, placeable } from '../damaged-rows';
import type { Fault } from '../fault';
import { listRows } from '../list-rows';
import { floodAnd } from '../page-script';
import { pressInTurn } from '../presses';
import { addTally, emptyTally } from '../tally';
import { eachTime, readTold } from '../told';
import { wantAll } from '../want-all';

const note = known.bedroom;

/** What the list of saved items holds, and what it says beside them. */
async function readSaved(stage: Stage): Promise<{ rows: number; text: string }> {
  const popup = await openPopup(stage);
  await showTab(popup, 'Saved');
  const rows = (await readGroups(popup)).reduce((sum, group) => sum + group.rows.length, 0);
  const text = await readText(popup);
  await popup.close();
  return { rows, text };
}

/** Checks and repairs, as the person would. */
async function checkAndRepair(stage: Stage, unreadable: string): Promise<void> {
  const page = await openDashboard(stage, 'health');
  await press(page, words.check.start);
  await untilSaid(page, unreadable);
  await press(page, words.check.repair);
  await untilSaid(page, words.check.repaired.split('$1')[0] ?? '');
  await page.close();
}

/** Leaves a click, wishes, and rows enough to be damaged; resolves to how many items are saved. */
async function fill(stage: Stage, book: Book): Promise<number> {
  const page = await stage.driver.page();
  await openNote(stage, page, note);
  await page.evaluate(holdStill);
  await pressInTurn(page, book, 1);
  await book.settle();
  await floodAnd(stage, page, { kind: 'visits', messages: 1, rowsEach: 20 });
  await floodAnd(stage, page, { kind: 'exposures', messages: 1, rowsEach: 20 });
  return wantAll(stage);
}

/** Compares what the list shows with what it can show, before the repair and after. */
async function lookAndRepair(stage: Stage, saved: number, damaged: { rows: number; items: number }): Promise<string[]> {
  const all = damaged.rows + damaged.items;
  const before = await readSaved(stage);
  await checkAndRepair(stage, words.check.unreadable.n.replace('$1', String(all)));
  const [aside, after] = [(await listRows(stage, 'quarantine')).size, await readSaved(stage)];
  const saysSo = before.text.includes(words.notices.quarantined['1'].replace('$1', String(damaged.items)));
  const wrong: [boolean, string][] = [
    [before.rows !== saved - damaged.items, `the list shows ${String(before.rows)} of ${String(saved)} items`],
    [!saysSo, 'the list does not say what it leaves out'],
    [aside !== all - placeable, `${String(aside)} of ${String(all - placeable)} rows were put aside`],
    [after.rows !== saved, `after the repair the list shows ${String(after.rows)} of ${String(saved)} items`],
  ];
  return wrong.flatMap(([is, what]) => (is ? [what] : []));
}

/** Rows that nobody can read: the others show, the person is told, and a repair puts them aside, or back in order. */
export const corruptRows: Fault = {
  id: 'F15',
  name: 'rows damaged inside the database',
  expected: 'told',
  keepsAll: true,
  on: { chromium: 'usual', firefox: 'full' },
  async inject(lab) {
    const [tries, total] = [lab.tries(1), emptyTally()];
    const [told, wrong]: [(string | undefined)[], string[]] = [[], []];
    let count = 0;
    for (let each = 0; each < tries; each++) {
      const stage = await lab.stage();
      const book = await openBook(stage);
      const saved = await fill(stage, book);
      const damaged = await damageRows(stage);
      count += damaged.rows + damaged.items;
      wrong.push(...(await lookAndRepair(stage, saved, damaged)));
      told.push(await readTold(stage, [words.alerts.quarantinedTitle]));
      const page = await stage.driver.page(note.url);
      await page.evaluate(holdStill);
      await pressInTurn(page, book, 1);
      addTally(total, await book.close());
    }
    const proof = `${String(count)} rows: ${damageNames.join(', ')}, and an item of which a list is none`;
    return { ...total, tries, proof, told: eachTime(told), wrong };
  },
};
