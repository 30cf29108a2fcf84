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
  on: { chromium: 'usual', firefox: 'usual' },
  async inject(lab) {
    const stage = await lab.alone();
    const seed = await makeSeed(stage, lab.full ? { visits: 400, exposures: 6_000 } : { visits: 200, exposures: 0 });
    const list = Object.entries(damages[lab.kind]).filter(([name]) => lab.full || shortList.includes(name));
    const rounds = lab.tries(1, Math.ceil(20 / list.length));
    const total = { ...emptyTally(), tries: 0 };
    const proofs = new Map<string, string>();
    const [untold, harmless] = [new Set<string>(), new Set<string>()];
    const told = new Set<string>();
    const wrong: string[] = [];
    // What took nothing, since the browser made it good, was no fault: further rounds make up for it.
    const isOver = (round: number) => round >= 2 * rounds || (round >= rounds && total.tries >= lab.wanted);
    for (let round = 0; !isOver(round); round++)
      for (const [name, damage] of list) {
        const loss = await spoil(stage, seed, damage);
        addTally(total, loss);
        if (loss.alarm !== undefined) wrong.push(`${name} took nothing, and the person is told: ${loss.alarm}`);
        wrong.push(...loss.mistold.map((each) => `${name}: ${each}`));
        if (loss.missing === 0) {
          harmless.add(name);
          continue;
        }
        total.tries += 1;
        proofs.set(name, `${loss.proof}: ${String(loss.missing)} of ${String(seed.ids.size)} rows gone`);
        if (loss.told === undefined) untold.add(name);
        else told.add(loss.told);
      }
    await stage.driver.start();
    const proof = [...proofs].map(([name, what]) => `${name} (${what})`).join(', ');
    return {
      ...total,
      proof: [proof, naming('not told', untold), naming('took nothing', harmless)].filter(Boolean).join('; '),
      told: untold.size > 0 ? undefined : [...told].join(' | '),
      wrong,
    };
  },
};

function naming(what: string, names: ReadonlySet<string>): string {
  return names.size > 0 ? `${what}: ${[...names].join()}` : '';
}
