/** Runs tasks one after the other; one that fails does not stop the next. */
export function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(task: () => Promise<T>): Promise<T> => {
    const turn = last.then(task, task);
    last = turn.catch(() => undefined); // whoever asked is told
    return turn;
  };
}
