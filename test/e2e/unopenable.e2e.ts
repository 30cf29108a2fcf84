import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { damages, databaseFolder } from '../faults/database-files';
import { backUp, previewRestore } from './support/backup-file';
import { openDashboard, press, readText, untilSaid, words } from './support/dashboard';
import { eventually } from './support/eventually';
import { known } from './support/notes';
import { collect } from './support/reader';
import { useStage } from './support/stage';

const folder = mkdtempSync(join(tmpdir(), 'bacao-unopenable-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Chromium alone keeps a database that never opens again; what Firefox cannot read it empties by itself. */
const stage = useStage('chromium', { load: 'pipe' });

test('out of a ledger that opens no more leads the way that the page names', { timeout: 240_000 }, async () => {
  const page = await stage.driver.page();
  await collect(page, known.tote);
  await stage.untilLedger('a note is collected', ({ items }) => items.some(({ state }) => state === 'saved'));
  await page.close({ runBeforeUnload: true });
  const file = await backUp(stage, folder);

  await stage.driver.stop();
  damages.chromium['MANIFEST deleted']?.(databaseFolder(stage.driver));
  await stage.driver.start();
  await stage.reopen();
  const data = await openDashboard(stage, 'data', 'erase');
  await eventually(() => readText(data)).toContain(words.restore.whenClosed.broken);
  await data.evaluate("[...document.querySelectorAll('#erase input[type=radio]')].at(-1).click()");
  await press(data, words.erase.start);
  await press(data, words.eraseCard.yes);
  await untilSaid(data, words.eraseCard.failed); // by this browser; it must not be said to be gone

  await stage.driver.uninstall();
  await stage.driver.reinstall();
  await stage.reopen();
  const restoring = await previewRestore(stage, file);
  await eventually(() => readText(restoring)).toContain(words.restore.fresh);
  await restoring.evaluate("document.querySelector('.preview .button--save').click()");
  await untilSaid(restoring, words.restore.done);
  await restoring.close();
  expect((await stage.ledger()).items.some(({ state }) => state === 'saved')).toBe(true);
});
