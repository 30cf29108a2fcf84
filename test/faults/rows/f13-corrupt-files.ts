import { damages } from '../database-files';
import type { Fault } from '../fault';
import { makeSeed } from '../seed';
import { spoil } from '../spoil';
import { addTally, emptyTally } from '../tally';

/** What costs least time and goes by different ways: a wiped database, and one that opens no more. */
const shortList = ['CURRENT emptied', 'MANIFEST deleted', 'database deleted'];

/** The browser's own files are spoilt while it is off. */
export const corruptFiles: Fault = {
  id: 'F13',
  name: "the browser's database files are spoilt",
  expected: 'told',
  spoils: true,
  on: { chromium: 'short', firefox: 'short' },
  async inject(lab) {
    const stage = await lab.alone();
    const seed = await makeSeed(stage, lab.full ? { visits: 400, exposures: 6_000 } : { visits: 200, exposures: 0 });
    const list = Object.entries(damages[lab.kind]).filter(([name]) => lab.full || shortList.includes(name));
    const rounds = lab.tries(1, Math.ceil(20 / list.length));
    const total = { ...emptyTally(), tries: 0 };
    const [proofs, untold] = [new Map<string, string>(), new Set<string>()];
    const told = new Set<string>();
    for (const [name, damage] of Array.from({ length: rounds }, () => list).flat()) {
      const loss = await spoil(stage, seed, damage);
      addTally(total, loss);
      total.tries += 1;
      proofs.set(name, `${loss.proof}: ${String(loss.missing)} of ${String(seed.ids.size)} rows gone`);
      if (loss.told === undefined) untold.add(name);
      else told.add(loss.told);
    }
    await stage.driver.start();
    const proof = [...proofs].map(([name, what]) => `${name} (${what})`).join(', ');
    return {
      ...total,
      proof: `${proof}${untold.size > 0 ? `; not told: ${[...untold].join()}` : ''}`,
      told: untold.size > 0 ? undefined : [...told].join(' | '),
    };
  },
};
