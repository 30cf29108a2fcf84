import * as v from 'valibot';
import { anchor, known, linkOn } from '../../e2e/support/notes';
import { follow } from '../../e2e/support/ways';
import { countSleeps, openNote } from '../asleep';
import { openBook } from '../book';
import { copyBuild, withoutUnlimitedStorage } from '../builds';
import type { Fault } from '../fault';
import { eachTime, readTold, words } from '../told';

const note = known.serum;
const link = linkOn(note);

/** Fills what is left to the last bytes, and says how the next write is refused; nothing if it is taken. */
const fillUp = `(async () => {
  const { local } = chrome.storage;
  const used = await local.getBytesInUse(null);
  await local.set({ filler: 'x'.repeat(local.QUOTA_BYTES - used - 40) });
  return local.set({ more: 'x'.repeat(100) }).then(() => '', (error) => error.message);
})()`;

const makeRoom = `chrome.storage.local.remove('filler')`;

/** The row's other way out is the message; the page stays, so that it arrives. */
export const queueFull: Fault = {
  id: 'F10',
  name: 'no room in the queue',
  expected: 'all',
  on: { chromium: 'usual', firefox: { not: 'Firefox sets no bound of its own on storage.local' } },
  async inject(lab) {
    const extensionDir = copyBuild(lab.build, withoutUnlimitedStorage);
    const stage = await lab.alone({ extensionDir });
    const [book, sleeps] = [await openBook(stage), countSleeps(stage)];
    const page = await stage.driver.page();
    const tries = lab.tries(2);
    const [refusals, told]: [string[], (string | undefined)[]] = [[], []];
    for (let each = 0; each < tries; each++) {
      await openNote(stage, page, note);
      await sleeps.stop();
      refusals.push(v.parse(v.string(), await stage.own.evaluate(fillUp)));
      // Before anything is lost: a page that goes away now could not tell that its row found no way.
      told.push(await readTold(stage, [words.alerts.fullTitle]));
      await sleeps.stopAnyway();
      await follow(stage, page, ['new-tab', anchor(link)]);
      book.pressed(note, link);
      await book.settle();
      await stage.own.evaluate(makeRoom);
    }
    const refused = refusals.filter((refusal) => refusal !== '');
    const said = eachTime(told);
    const wrong = said === undefined ? ['nobody is told that there is no room'] : [];
    return {
      ...(await book.close()),
      tries: refused.length,
      proof: [...new Set(refused)].join('; '),
      told: said,
      wrong,
    };
  },
};
