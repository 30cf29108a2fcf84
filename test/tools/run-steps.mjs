/**
 * Runs stage after stage, as many steps of a stage at a time as it has lanes for. A step whose `needs` failed is not run
 * and counts as failed.
 * @param write takes what the steps say: one step's words stand together, in the order of the list
 */
export async function runStages(stages, write) {
  const results = new Map();
  const speak = inTurn(write);
  for (const { lanes = 1, steps } of stages) {
    const waiting = [...steps];
    const lane = async () => {
      for (let step = waiting.shift(); step; step = waiting.shift()) await runStep(step, results, speak());
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }
  return stages.flatMap(({ steps }) => steps.map(({ name }) => results.get(name)));
}

async function runStep(step, results, voice) {
  voice.write(`\n── ${step.name}\n`);
  const start = Date.now();
  const missing = (step.needs ?? []).filter((name) => results.get(name)?.failed !== 0);
  if (missing.length > 0) voice.write(`not run: needs ${missing.join(', ')}\n`);
  const counts = missing.length > 0 ? { passed: 0, failed: 1, skipped: 0 } : await step.run(voice.write);
  results.set(step.name, { name: step.name, seconds: (Date.now() - start) / 1000, ...counts });
  voice.end();
}

/** Of several that speak at once the first is heard; what the others say waits until it has ended. */
function inTurn(write) {
  const speaking = [];
  const pass = () => {
    for (let [first] = speaking; first; [first] = speaking) {
      for (const words of first.words.splice(0)) write(words);
      if (!first.isOver) return;
      speaking.shift();
    }
  };
  return () => {
    const speaker = { words: [], isOver: false };
    speaking.push(speaker);
    return {
      write: (words) => {
        speaker.words.push(words);
        pass();
      },
      end: () => {
        speaker.isOver = true;
        pass();
      },
    };
  };
}
