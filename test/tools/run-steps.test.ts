import { expect, test } from 'vitest';
import { runStages, type Step } from './run-steps.mjs';

const passed = { passed: 1, failed: 0, skipped: 0 };
const failed = { passed: 0, failed: 1, skipped: 0 };

/** A step that says its name, waits for `until`, and says it again. */
function speaker(name: string, until: Promise<void> = Promise.resolve()): Step {
  return {
    name,
    run: async (write) => {
      write(`${name} begins\n`);
      await until;
      write(`${name} ends\n`);
      return passed;
    },
  };
}

async function heard(stages: Parameters<typeof runStages>[0]) {
  const words: string[] = [];
  const results = await runStages(stages, (each) => words.push(each));
  return { said: words.join(''), results };
}

test('steps that run at once are told one after the other', async () => {
  const first = speaker('first', new Promise((resolve) => setImmediate(resolve)));
  const order: string[] = [];
  const noting = ({ name, run }: Step): Step => ({
    name,
    run: (write) => run(write).finally(() => order.push(name)),
  });
  const { said, results } = await heard([{ lanes: 2, steps: [first, speaker('second')].map(noting) }]);
  expect(order).toEqual(['second', 'first']);
  expect(said).toBe('\n── first\nfirst begins\nfirst ends\n\n── second\nsecond begins\nsecond ends\n');
  expect(results).toMatchObject([
    { name: 'first', failed: 0 },
    { name: 'second', failed: 0 },
  ]);
});

test('no more of them run at once than there are lanes, and no stage before the one before has ended', async () => {
  let [running, most] = [0, 0];
  const step = (name: string): Step => ({
    name,
    run: async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return passed;
    },
  });
  await heard([{ lanes: 2, steps: ['a', 'b', 'c', 'd'].map(step) }, { steps: ['e', 'f'].map(step) }]);
  expect(most).toBe(2);
});

test('what needs a step that failed is not run, and counts as failed', async () => {
  const broken: Step = { name: 'build', run: () => Promise.resolve(failed) };
  const { said, results } = await heard([
    { steps: [broken] },
    { steps: [{ ...speaker('walk'), needs: ['build'] }, speaker('rest')] },
  ]);
  expect(said).toBe('\n── build\n\n── walk\nnot run: needs build\n\n── rest\nrest begins\nrest ends\n');
  expect(results.map(({ name, failed: count }) => [name, count])).toEqual([
    ['build', 1],
    ['walk', 1],
    ['rest', 0],
  ]);
});
