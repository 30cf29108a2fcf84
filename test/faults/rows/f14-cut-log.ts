import { cutLog } from '../database-files';
import type { Fault } from '../fault';
import { makeSeed } from '../seed';
import { spoil } from '../spoil';
import { addTally, emptyTally } from '../tally';
import { eachTime } from '../told';

/** The newest rows are gone without an error: only a count kept elsewhere can tell. */
export const logCut: Fault = {
  id: 'F14',
  name: 'the end of the database is cut off',
  expected: 'told',
  spoils: true,
  on: { chromium: 'short', firefox: { not: 'Firefox keeps rows in SQLite, whose log is a file of its own: see F13' } },
  async inject(lab) {
    const stage = await lab.alone();
    const seed = await makeSeed(stage, { visits: 400, exposures: 0 });
    const tries = lab.tries(1);
    const total = emptyTally();
    const told: (string | undefined)[] = [];
    const [proofs, wrong]: [string[], string[]] = [[], []];
    for (let each = 0; each < tries; each++) {
      const loss = await spoil(stage, seed, cutLog);
      addTally(total, loss);
      told.push(loss.told);
      if (loss.alarm !== undefined) wrong.push(`a cut took nothing, and the person is told: ${loss.alarm}`);
      wrong.push(...loss.mistold);
      // A cut that took nothing is none.
      if (loss.missing > 0) proofs.push(`${loss.proof}: ${String(loss.missing)} of ${String(seed.ids.size)} rows gone`);
    }
    await stage.driver.start();
    return { ...total, tries: proofs.length, proof: [...new Set(proofs)].join(', '), told: eachTime(told), wrong };
  },
};
