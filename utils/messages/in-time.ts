/** A message carries a few hundred rows at most: written in a second or two, and in ten times that on a busy machine. */
const answerTakesMs = 30_000;

/**
 * What a message is answered with, or undefined when nobody answers in time: Chromium leaves a message without an answer
 * and without an error where the worker is stopped while it starts.
 */
export function inTime(answer: Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, answerTakesMs);
    answer.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
