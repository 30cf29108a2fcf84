/**
 * Shows answers as they come, but none that the answer to a later question has overtaken: what is on screen never
 * turns older. A question that fails leaves its part of the screen as it was; what is unknown stays unknown.
 */
export function inOrder<T>(show: (answer: T) => void): (answer: Promise<T>) => Promise<void> {
  let asked = 0;
  let shown = 0;
  return async (answer) => {
    const turn = (asked += 1);
    const found = await answer.then((value) => ({ value })).catch(() => undefined);
    if (!found || turn < shown) return;
    shown = turn;
    show(found.value);
  };
}
